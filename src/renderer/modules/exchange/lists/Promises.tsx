import { Alert, Skeleton, Text } from '@mantine/core'
import { reservationStates } from '@shared/contract/exchange'
import { transferStates } from '@shared/contract/transfers'
import { formatNumber } from '@shared/domain/text/plural'
import { useCall } from '../../../app/queries'
import { errorSentence } from '../../../app/toasts'
import { formatDay } from '../../../components/format'
import classes from './Cards.module.css'

export interface PromisesProps {
  by: 'surplusId' | 'needId'
  id: number
  /** Which school to name: the other one. */
  side: 'from' | 'to'
}

/** Reservations and transfers that draw on a surplus or serve a need; each opens. */
export function Promises({ by, id, side }: PromisesProps) {
  const filters = [{ op: 'in' as const, column: by, values: [id] }]
  const reservations = useCall('reservations.list', { filters, limit: 500, totals: false }, { keepPrevious: true })
  const lines = useCall('transferLines.list', { filters, limit: 500, totals: false }, { keepPrevious: true })
  const error = reservations.error ?? lines.error
  if (error) return <Alert color="red">{errorSentence(error)}</Alert>
  if (!reservations.data || !lines.data) return <Skeleton height={80} />
  const who = side === 'to' ? 'Кому' : 'От кого'
  if (reservations.data.rows.length === 0 && lines.data.rows.length === 0) {
    return (
      <Text c="dimmed">
        {side === 'to'
          ? 'Эти книги ещё никому не обещаны. Подберите получателя на вкладке «Сопоставление».'
          : 'Под эту потребность ещё ничего не подобрано. Подберите книги на вкладке «Сопоставление».'}
      </Text>
    )
  }
  return (
    <>
      {reservations.data.rows.length > 0 && (
        <section aria-labelledby={`${by}-reservations`}>
          <h3 id={`${by}-reservations`} className={classes.heading}>
            Брони
          </h3>
          <table className={classes.promises}>
            <thead>
              <tr>
                <th scope="col">{who}</th>
                <th scope="col" className={classes.number}>
                  Экз.
                </th>
                <th scope="col">Бронь до</th>
                <th scope="col">Состояние</th>
              </tr>
            </thead>
            <tbody>
              {reservations.data.rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <a href={`#/exchange/reservations?open=${row.id}`}>{row[side]}</a>
                  </td>
                  <td className={classes.number}>{formatNumber(row.copies)}</td>
                  <td>{formatDay(row.expiresOn)}</td>
                  <td>{reservationStates[row.state]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {lines.data.rows.length > 0 && (
        <section aria-labelledby={`${by}-transfers`}>
          <h3 id={`${by}-transfers`} className={classes.heading}>
            Передачи
          </h3>
          <table className={classes.promises}>
            <thead>
              <tr>
                <th scope="col">{who}</th>
                <th scope="col" className={classes.number}>
                  Экз.
                </th>
                <th scope="col">Акт №</th>
                <th scope="col">Состояние</th>
              </tr>
            </thead>
            <tbody>
              {lines.data.rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <a href={`#/exchange/transfers?open=${row.transferId}`}>{row[side]}</a>
                  </td>
                  <td className={classes.number}>{formatNumber(row.copies)}</td>
                  <td>{row.actNumber || '—'}</td>
                  <td>{transferStates[row.state]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}
