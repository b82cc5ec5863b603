import { formatNumber } from '@shared/domain/text/plural'
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react'
import { NumberField, readNumber } from '../fields/NumberField'
import classes from './NumberSheet.module.css'

export interface NumberSheetProps {
  /** What the sheet is, for screen readers. */
  caption: string
  rowTitle: string
  rows: readonly { key: string; title: string }[]
  columns: readonly { key: string; title: string }[]
  valueAt: (row: string, column: string) => number | null
  onChange: (changes: readonly { row: string; column: string; value: number | null }[]) => void
  errorAt: (row: string, column: string) => string | undefined
  /** A sum under each column. */
  withTotals?: boolean
}

/** A small sheet of figures with fixed rows: Enter and arrows go down and up, a block from Excel is pasted as it is. */
export function NumberSheet(props: NumberSheetProps) {
  const { rows, columns } = props
  const root = useRef<HTMLTableElement>(null)

  const focus = (row: number, column: number) => {
    root.current?.querySelector<HTMLInputElement>(`[data-cell="${row}:${column}"] input`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent, row: number, column: number) => {
    const step = event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    focus(row + step, column)
  }
  const onPaste = (event: ClipboardEvent, row: number, column: number) => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(text.trim())) return
    event.preventDefault()
    const changes = text
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .flatMap((line, lineIndex) =>
        line.split('\t').flatMap((cell, cellIndex) => {
          const rowKey = rows[row + lineIndex]?.key
          const columnKey = columns[column + cellIndex]?.key
          if (rowKey === undefined || columnKey === undefined) return []
          const value = cell.trim() === '' ? null : readNumber(cell)
          // What is no figure goes in as it is and is refused at its cell, by name.
          return [{ row: rowKey, column: columnKey, value: Number.isNaN(value) ? (cell as unknown as number) : value }]
        }),
      )
    props.onChange(changes)
  }
  return (
    <table className={classes.sheet} ref={root} aria-label={props.caption}>
      <thead>
        <tr>
          <th scope="col">{props.rowTitle}</th>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={classes.figure}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, rowIndex) => (
          <tr key={row.key}>
            <th scope="row">{row.title}</th>
            {columns.map((column, columnIndex) => (
              <td
                key={column.key}
                data-cell={`${rowIndex}:${columnIndex}`}
                onKeyDown={(event) => onKeyDown(event, rowIndex, columnIndex)}
                onPaste={(event) => onPaste(event, rowIndex, columnIndex)}
              >
                <NumberField
                  bare
                  ariaLabel={`${row.title}: ${column.title}`}
                  value={props.valueAt(row.key, column.key)}
                  onChange={(value) => props.onChange([{ row: row.key, column: column.key, value }])}
                  error={props.errorAt(row.key, column.key)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {props.withTotals && (
        <tfoot>
          <tr>
            <th scope="row">Итого</th>
            {columns.map((column) => (
              <td key={column.key} className={classes.figure}>
                {formatNumber(
                  rows.reduce((sum, row) => {
                    const value = props.valueAt(row.key, column.key)
                    return sum + (typeof value === 'number' ? value : 0)
                  }, 0),
                )}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
}
