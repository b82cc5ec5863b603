import { Skeleton } from '@mantine/core'
import type { Filter } from '@shared/contract/lists'
import { nextSchoolYear } from '@shared/domain/school-year'
import { formatNumber } from '@shared/domain/text/plural'
import { useCall } from '../../app/queries'
import { formatSchoolYear, useSchoolYear } from '../../app/schoolYear'
import { listLink } from '../../components/DataGrid/link'
import classes from './Provision.module.css'

const above = (column: string): Filter => ({ op: 'above', column, value: 0 })

/** The whole district in two lines: this school year and the next; what lacks and what is spare opens its rows. */
export function SummaryStrip() {
  const { schoolYear } = useSchoolYear()
  const found = useCall('provision.list', { schoolYear, limit: 1 }, { keepPrevious: true })
  if (!found.data) return <Skeleton height={74} radius={0} />
  const sum = (column: string): number => found.data?.totals[column] ?? 0
  const lines = [
    line('', schoolYear, sum('students'), sum('usable'), sum('deficit'), sum('surplus')),
    line(
      'next',
      nextSchoolYear(schoolYear),
      sum('nextStudents'),
      sum('nextUsable'),
      sum('nextDeficit'),
      sum('nextSurplus'),
    ),
  ]
  return (
    <section className={classes.strip} aria-label="Обеспеченность в целом">
      <table>
        <thead className={classes.head}>
          <tr>
            <th>По всем школам</th>
            <th>Нужно</th>
            <th>В наличии</th>
            <th>Обеспечено</th>
            <th>Не хватает</th>
            <th>Лишние</th>
            <th>С истёкшим сроком</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((one) => (
            <tr key={one.title}>
              <th scope="row">{one.title}</th>
              <td>{formatNumber(one.students)}</td>
              <td>{formatNumber(one.usable)}</td>
              <td>{one.share}</td>
              <td data-tone={one.deficit.count > 0 ? 'short' : undefined}>
                <Rows {...one.deficit} what="не хватает" />
              </td>
              <td>
                <Rows {...one.surplus} what="лишние" />
              </td>
              {one.isNext ? (
                <td data-apart />
              ) : (
                <td data-apart>
                  <Rows count={sum('expired')} column="expired" what="с истёкшим сроком" />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function line(prefix: '' | 'next', year: string, students: number, usable: number, deficit: number, surplus: number) {
  const column = (name: string): string =>
    prefix === '' ? name : `next${name.charAt(0).toUpperCase()}${name.slice(1)}`
  return {
    title: `${formatSchoolYear(year)} учебный год`,
    isNext: prefix === 'next',
    students,
    usable,
    share: students === 0 ? '—' : `${formatNumber(Math.floor(((students - deficit) / students) * 1000) / 10)} %`,
    deficit: { count: deficit, column: column('deficit') },
    surplus: { count: surplus, column: column('surplus') },
  }
}

/** A figure that opens its rows, the largest first. */
function Rows({ count, column, what }: { count: number; column: string; what: string }) {
  if (count === 0) return <>0</>
  const place = listLink('/holdings/provision', {
    filters: [above(column)],
    sort: [{ column, desc: true }],
    group: null,
    search: '',
  })
  return (
    <a href={`#${place}`} aria-label={`${formatNumber(count)} ${what}, показать строки`}>
      {formatNumber(count)}
    </a>
  )
}
