import type { CellValue, ColumnSpec, Filter } from '../../contract/lists'
import { cellText } from '../../domain/cells/show-cell'
import { periodNames } from '../../domain/periods'

/** «Тип: СОШ, ООШ», «Обучающихся: от 100 до 500», «Телефон: не заполнено». */
export function filterText(column: ColumnSpec, filter: Filter): string {
  return `${column.title}: ${conditionText(column, filter)}`
}

function conditionText(column: ColumnSpec, filter: Filter): string {
  switch (filter.op) {
    case 'contains':
      return `содержит «${filter.value}»`
    case 'lacks':
      return `не содержит «${filter.value}»`
    case 'starts':
      return `начинается с «${filter.value}»`
    case 'equals':
      return cellText(column, filter.value)
    case 'above':
      return `${column.type === 'date' ? 'после' : 'больше'} ${cellText(column, filter.value)}`
    case 'below':
      return `${column.type === 'date' ? 'раньше' : 'меньше'} ${cellText(column, filter.value)}`
    case 'period':
      return periodNames[filter.value]
    case 'in':
      return valuesText(filter.values.map((value) => valueText(column, value)))
    case 'empty':
      return 'не заполнено'
    case 'filled':
      return 'заполнено'
    case 'between':
      return [
        filter.from === null ? '' : `${column.type === 'date' ? 'с' : 'от'} ${cellText(column, filter.from)}`,
        filter.to === null ? '' : `${column.type === 'date' ? 'по' : 'до'} ${cellText(column, filter.to)}`,
      ]
        .filter(Boolean)
        .join(' ')
  }
}

/** A value in a list of values and in the head of a group: the empty one has a name too. */
export function valueText(column: ColumnSpec, value: CellValue): string {
  return cellText(column, value) || '(не заполнено)'
}

const VALUES_NAMED = 4

function valuesText(values: readonly string[]): string {
  const named = values.slice(0, VALUES_NAMED).join(', ')
  return values.length > VALUES_NAMED ? `${named} и ещё ${values.length - VALUES_NAMED}` : named
}
