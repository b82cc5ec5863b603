import { ActionIcon, Button, Paper, Stack, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react'
import classes from './RowsEditor.module.css'

/** A cell's props for any field component; made by `useCell` for one row and key. */
export interface CellProps<V> {
  value: V
  onChange: (value: V) => void
  onBlur: () => void
  error: string | undefined
  /** In a table the column head is the label; in a card the field has its own. */
  label?: string
  ariaLabel: string
  bare: boolean
  /** In a table, where a button in the cell would cover the text. */
  tight: boolean
}

export interface RowColumn<R> {
  key: string
  title: string
  /** CSS width in a table; columns in a card's grid of twelve. */
  width?: string
  span?: number
  cell: (row: R, cell: <K extends keyof R & string>(key: K) => CellProps<R[K]>) => ReactNode
}

export interface RowsEditorProps<R extends { uid: string }> {
  /** Path of the array in the record, for messages: `statuses`. */
  path: string
  rows: readonly R[]
  onChange: (rows: R[]) => void
  columns: readonly RowColumn<R>[]
  blank: () => R
  /** «Добавить статус». */
  addLabel: string
  /** «Убрать статус». */
  removeLabel: string
  emptyText: string
  errorAt: (path: string) => string | undefined
  check: (path: string) => void
  /** A table for short rows, cards for rows of many fields. */
  layout?: 'table' | 'cards'
  /** Where the panel is narrow, a row of the table is two lines by the columns' `span`; placeholders say what its fields are. */
  folds?: boolean
}

/** Rows inside a record: statuses, connections, courses. Removing needs no question: Ctrl+Z brings a row back. */
export function RowsEditor<R extends { uid: string }>(props: RowsEditorProps<R>) {
  const { rows, columns, path, onChange } = props
  const layout = props.layout ?? 'table'
  const root = useRef<HTMLDivElement>(null)
  const [added, setAdded] = useState<string | null>(null)

  useEffect(() => {
    if (added === null) return
    root.current?.querySelector<HTMLElement>(`[data-uid="${added}"] input, [data-uid="${added}"] textarea`)?.focus()
    setAdded(null)
  }, [added])

  const add = () => {
    const row = props.blank()
    onChange([...rows, row])
    setAdded(row.uid)
  }
  const remove = (uid: string) => onChange(rows.filter((row) => row.uid !== uid))
  const cellsOf =
    (row: R, index: number) =>
    <K extends keyof R & string>(key: K): CellProps<R[K]> => {
      const title = columns.find((column) => column.key === key)?.title ?? ''
      return {
        value: row[key],
        onChange: (value) => onChange(rows.map((one) => (one.uid === row.uid ? { ...one, [key]: value } : one))),
        onBlur: () => props.check(`${path}.${index}.${key}`),
        error: props.errorAt(`${path}.${index}.${key}`),
        ...(layout === 'cards' ? { label: title } : {}),
        ariaLabel: `${title}, строка ${index + 1}`,
        bare: true,
        tight: layout === 'table',
      }
    }
  const removeButton = (row: R, index: number) => (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={28}
      aria-label={`${props.removeLabel}, строка ${index + 1}`}
      onClick={() => remove(row.uid)}
    >
      <IconTrash size={16} aria-hidden />
    </ActionIcon>
  )
  return (
    <Stack gap="xs" ref={root} className={props.folds ? classes.foldable : undefined}>
      {rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {props.emptyText}
        </Text>
      )}
      {rows.length > 0 && layout === 'table' && (
        <table className={props.folds ? `${classes.table} ${classes.folds}` : classes.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" style={{ width: column.width }}>
                  {column.title}
                </th>
              ))}
              <th className={classes.last} aria-label="Убрать" />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.uid} data-uid={row.uid}>
                {columns.map((column) => (
                  <td key={column.key} style={{ '--span': column.span ?? 4 } as CSSProperties}>
                    {column.cell(row, cellsOf(row, index))}
                  </td>
                ))}
                <td>{removeButton(row, index)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {layout === 'cards' &&
        rows.map((row, index) => (
          <Paper key={row.uid} withBorder className={classes.card} data-uid={row.uid}>
            <div className={classes.cardFields}>
              {columns.map((column) => (
                <div key={column.key} style={{ gridColumn: `span ${column.span ?? 4}` }}>
                  {column.cell(row, cellsOf(row, index))}
                </div>
              ))}
            </div>
            {removeButton(row, index)}
          </Paper>
        ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={add}
        style={{ alignSelf: 'flex-start' }}
      >
        {props.addLabel}
      </Button>
    </Stack>
  )
}
