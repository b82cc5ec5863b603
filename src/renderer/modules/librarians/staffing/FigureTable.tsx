import type { Staffing, StaffingFigure, StaffingTable } from '@shared/contract/staffing'
import { formatDate } from '@shared/domain/dates'
import { formatSchoolYear } from '@shared/domain/school-year'
import { shares } from '@shared/domain/staffing/shares'
import { formatNumber } from '@shared/domain/text/plural'
import { useMemo } from 'react'
import { useGo } from '../../../app/navigation'
import { BarChart } from './BarChart'
import { FigureLink, figurePlace } from './FigureLink'
import classes from './Staffing.module.css'

export interface FigureTableProps {
  staffing: Staffing
  table: StaffingTable
}

/** One breakdown: its figures, each opening its rows, and the same as bars. */
export function FigureTable({ staffing, table }: FigureTableProps) {
  const go = useGo()
  const people = table.list === 'librarians'
  const previous = table.total.previous === null ? null : staffing.previous
  const parts = shares(table.rows.map((row) => row.count))
  const bars = useMemo(() => table.rows.map(({ title, count }) => ({ title, count })), [table])
  const heading = `staffing-${table.id}`
  const line = (row: StaffingFigure, share: number) => (
    <>
      <td className={classes.number}>
        <FigureLink figure={row} list={table.list} />
      </td>
      <td className={classes.number}>{`${formatNumber(Math.floor(share / 10))},${share % 10} %`}</td>
      {people && <td className={classes.number}>{formatNumber((row.rate ?? 0) / 100)}</td>}
      {previous && (
        <td className={classes.number}>
          <FigureLink figure={row} list={table.list} of={previous} />
        </td>
      )}
    </>
  )
  return (
    <section className={classes.breakdown} aria-labelledby={heading}>
      <h2 id={heading} className={classes.heading}>
        {table.title}
      </h2>
      <div className={classes.beside}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{people ? 'Показатель' : 'Модель'}</th>
              <th scope="col" className={classes.number}>
                {people ? 'Человек' : 'Школ'}
              </th>
              <th scope="col" className={classes.number}>
                Доля
              </th>
              {people && (
                <th scope="col" className={classes.number}>
                  Ставок
                </th>
              )}
              {previous && (
                <th
                  scope="col"
                  className={classes.number}
                  title={`${formatSchoolYear(previous.schoolYear)} учебный год`}
                >
                  На {formatDate(previous.on, 'digits')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <tr key={row.key ?? 'unknown'} data-muted={row.count === 0 || undefined}>
                <th scope="row">{row.title}</th>
                {line(row, parts[index] ?? 0)}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Итого</th>
              {line(table.total, table.total.count === 0 ? 0 : 1000)}
            </tr>
          </tfoot>
        </table>
        <BarChart
          description={`${table.title}: ${bars.map((bar) => `${bar.title} — ${bar.count}`).join(', ')}`}
          bars={bars}
          onOpen={(index) => {
            const row = table.rows[index]
            if (row) go(figurePlace(row, table.list))
          }}
        />
      </div>
    </section>
  )
}
