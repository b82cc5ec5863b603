import type { ColumnSpec, Filter } from '@shared/contract/lists'
import { formatDay } from '../../format'
import { cellText } from './cells'

/** One filter per column: what the heads offer. */
export type Filters = Readonly<Record<string, Filter>>

/** «Тип: СОШ, ООШ», «Обучающихся: от 100 до 500», «Телефон: не заполнено». */
export function filterText(column: ColumnSpec, filter: Filter): string {
  return `${column.title}: ${conditionText(column, filter)}`
}

function conditionText(column: ColumnSpec, filter: Filter): string {
  switch (filter.op) {
    case 'contains':
      return `содержит «${filter.value}»`
    case 'equals':
      return cellText(column, filter.value)
    case 'in':
      return filter.values.map((value) => cellText(column, value)).join(', ')
    case 'empty':
      return 'не заполнено'
    case 'filled':
      return 'заполнено'
    case 'between':
      return [
        filter.from === null ? '' : `от ${borderText(column, filter.from)}`,
        filter.to === null ? '' : `до ${borderText(column, filter.to)}`,
      ]
        .filter(Boolean)
        .join(' ')
  }
}

function borderText(column: ColumnSpec, value: string | number): string {
  return column.type === 'date' ? formatDay(String(value)) : cellText(column, value)
}
