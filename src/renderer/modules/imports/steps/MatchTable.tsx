import { NativeSelect } from '@mantine/core'
import type { ColumnMatch, FileInspection } from '@shared/contract/imports'
import type { ListSpec } from '@shared/contract/lists'
import classes from '../Imports.module.css'
import { tellingColumns, writableColumns } from '../model/lists'
import { match } from '../model/session'

interface MatchTableProps {
  spec: ListSpec
  inspection: FileInspection
  matches: ReadonlyMap<number, string>
  /** Keys chosen for more than one column. */
  twice: ReadonlySet<string>
}

/** Column of the file — what stands in it — column of the list. */
export function MatchTable({ spec, inspection, matches, twice }: MatchTableProps) {
  const options = [
    { value: '', label: 'не загружать' },
    ...writableColumns(spec).map((column) => ({
      value: column.key,
      label: column.edit?.required ? `${column.title} (обязательный)` : column.title,
    })),
    ...tellingColumns(spec).map((column) => ({ value: column.key, label: `${column.title} (чтобы найти учебник)` })),
  ]
  return (
    <table className={classes.matches}>
      <caption>{`Столбцы файла и столбцы списка «${spec.title}»`}</caption>
      <thead>
        <tr>
          <th scope="col">Столбец файла</th>
          <th scope="col">Первые значения</th>
          <th scope="col">Столбец списка</th>
          <th scope="col">Как узнан</th>
        </tr>
      </thead>
      <tbody>
        {inspection.columns.map((column) => {
          const chosen = matches.get(column.index) ?? ''
          const name = column.heading === '' ? `столбец ${column.letter} без заголовка` : column.heading
          return (
            <tr key={column.index} data-off={chosen === '' || undefined}>
              <th scope="row">
                <span className={classes.letter}>{column.letter}</span>
                {chosen === '$key' ? 'Скрытый ключ строк' : name}
              </th>
              <td className={classes.samples}>{chosen === '$key' ? '' : samples(column)}</td>
              <td>
                {chosen === '$key' ? (
                  'по нему узнаются строки'
                ) : (
                  <NativeSelect
                    size="xs"
                    aria-label={`Во что загрузить столбец «${name}»`}
                    value={chosen}
                    data={options}
                    error={twice.has(chosen) ? 'Выбран для двух столбцов файла' : null}
                    onChange={(event) => match(column.index, event.currentTarget.value || null)}
                  />
                )}
              </td>
              <td className={classes.how}>{how(column, chosen)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const samples = (column: ColumnMatch): string => column.samples.slice(0, 3).join(' · ')

function how(column: ColumnMatch, chosen: string): string {
  if (chosen === '') return column.note
  if (chosen !== column.column) return 'выбран вами'
  switch (column.how) {
    case 'remembered':
      return 'как в прошлый раз'
    case 'heading':
      return 'по заголовку'
    case null:
      return ''
  }
}
