import { Skeleton, Text } from '@mantine/core'
import type { Output } from '@shared/contract'
import { schoolYearBounds, schoolYearOf } from '@shared/domain/school-year'
import { formatMoney, formatNumber } from '@shared/domain/text/plural'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useCall } from '../../app/queries'
import { type ListAddress, listLink } from '../../components/DataGrid/link'
import classes from './Desk.module.css'
import { DeskCard } from './DeskCard'

/** The exchange fund by its one count (`exchange.summary`); every figure opens the rows it counts. */
export function ExchangeCard() {
  const { data } = useCall('exchange.summary', {})
  return (
    <DeskCard id="exchange" title="Обменный фонд" icon={IconArrowsExchange}>
      {data === undefined ? (
        <Skeleton height={110} />
      ) : data.surpluses.rows === 0 && data.needs.rows === 0 && data.transferred.transfers === 0 ? (
        <Text c="dimmed">
          Излишков и потребностей ещё нет. <a href="#/exchange">С чего начать обмен</a>
        </Text>
      ) : (
        <dl className={classes.figures}>
          {figuresOf(data).map(({ title, value, path, tone }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd data-tone={tone}>
                <a href={`#${path}`}>{value}</a>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </DeskCard>
  )
}

interface Shown {
  title: string
  value: string
  path: string
  tone?: 'danger'
}

function figuresOf({ on, surpluses, needs, reserved, transferred, onLoan }: Output<'exchange.summary'>): Shown[] {
  const list = (path: string, address: ListAddress): string => listLink(path, { group: null, search: '', ...address })
  const given = [{ op: 'between' as const, column: 'handedOn', from: schoolYearBounds(schoolYearOf(on)).from, to: on }]
  const anyOf = (...values: string[]) => [{ op: 'in' as const, column: 'state', values }]
  const above = (column: string) => [{ op: 'above' as const, column, value: 0 }]
  return [
    {
      title: 'Свободно',
      value: formatNumber(surpluses.free),
      path: list('/exchange/surpluses', { filters: above('free') }),
    },
    {
      title: 'Не хватает',
      value: formatNumber(needs.unmet),
      path: list('/exchange/needs', { filters: above('unmet') }),
    },
    {
      title: 'В брони',
      value: formatNumber(reserved),
      path: list('/exchange/reservations', { filters: anyOf('active') }),
    },
    {
      title: 'Передано за год',
      value: formatNumber(transferred.copies),
      path: list('/exchange/transfers', { filters: given, allYears: true }),
    },
    {
      title: 'Сэкономлено за год',
      value: formatMoney(transferred.savedKopecks),
      path: list('/exchange/register', { filters: given, allYears: true }),
    },
    ...(onLoan.overdue > 0
      ? [
          {
            title: 'Не вернули в срок',
            value: formatNumber(onLoan.overdue),
            path: list('/exchange/transfers', {
              filters: [{ op: 'equals', column: 'overdue', value: true }],
              allYears: true,
            }),
            tone: 'danger' as const,
          },
        ]
      : []),
  ]
}
