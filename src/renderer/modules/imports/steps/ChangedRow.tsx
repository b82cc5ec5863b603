import { Radio } from '@mantine/core'
import type { ImportRow } from '@shared/contract/imports'
import type { CellValue, ListSpec } from '@shared/contract/lists'
import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react'
import { cellText } from '../../../components/DataGrid/model/cells'
import classes from '../Imports.module.css'
import { choose } from '../model/session'

/** A row of the file: what it is, and what it would change, cell by cell. */
export function ChangedRow({ spec, row }: { spec: ListSpec; row: ImportRow }) {
  const cells = row.kind === 'new' ? row.cells.filter((cell) => !isEmpty(cell.after)) : row.cells
  return (
    <>
      <span className={classes.rowNumber}>строка {row.row}</span>
      <div className={classes.what}>
        <div className={classes.rowTitle}>
          {row.title === '' ? 'Без названия' : row.title}
          {row.note !== '' && <span className={classes.note}> — {row.note}</span>}
        </div>
        {row.faults.map((fault) => (
          <div key={`${fault.cell}:${fault.text}`} className={classes.fault}>
            <IconAlertTriangle size={15} aria-hidden />
            <span>{fault.text}</span>
          </div>
        ))}
        {row.kind !== 'fault' && row.kind !== 'unchanged' && cells.length > 0 && (
          <dl className={classes.cells}>
            {cells.map((cell) => (
              <div key={cell.column} className={classes.cell} data-conflict={cell.conflict || undefined}>
                <dt>{titleOf(spec, cell.column)}:</dt>
                <dd>
                  {row.kind !== 'new' && !cell.conflict && (
                    <>
                      <span className={classes.before}>{shown(spec, cell.column, cell.before)}</span>
                      <IconArrowRight size={13} aria-label="станет" />
                    </>
                  )}
                  {cell.conflict ? (
                    <>
                      в программе <b>{shown(spec, cell.column, cell.before)}</b>, в файле{' '}
                      <b>{shown(spec, cell.column, cell.after)}</b>
                    </>
                  ) : (
                    <span className={classes.after}>{shown(spec, cell.column, cell.after)}</span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        )}
        {row.kind === 'conflict' && (
          <Radio.Group
            className={classes.choice}
            aria-label={`Чьё значение оставить в строке ${row.row}`}
            value={row.choice ?? ''}
            onChange={(choice) => void choose(row.row, choice === 'file' ? 'file' : 'data')}
          >
            <Radio size="xs" value="data" label="Оставить как в программе" />
            <Radio size="xs" value="file" label="Взять из файла" />
          </Radio.Group>
        )}
      </div>
    </>
  )
}

const isEmpty = (value: CellValue): boolean => value === null || value === ''

function titleOf(spec: ListSpec, key: string): string {
  return spec.columns.find((column) => column.key === key)?.title ?? key
}

function shown(spec: ListSpec, key: string, value: CellValue): string {
  const column = spec.columns.find((one) => one.key === key)
  const text = column === undefined ? String(value ?? '') : cellText(column, value)
  return text === '' ? 'пусто' : text
}
