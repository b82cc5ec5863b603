import { Button } from '@mantine/core'
import type { Flow } from '@shared/contract/transfers'
import { formatNumber } from '@shared/domain/text/plural'
import { useMemo, useState } from 'react'
import classes from './Flows.module.css'

const PORTION = 200

/** The figures of the map as they are, the largest first; a line opens its rows. */
export function FlowTable({ flows, onPair }: { flows: readonly Flow[]; onPair: (from: number, to: number) => void }) {
  const [shown, setShown] = useState(PORTION)
  const sorted = useMemo(
    () => [...flows].sort((a, b) => b.copies - a.copies || a.from.localeCompare(b.from, 'ru')),
    [flows],
  )
  const sum = (key: 'copies' | 'titles') => flows.reduce((whole, flow) => whole + flow[key], 0)
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Отдаёт</th>
            <th scope="col">Получает</th>
            <th scope="col" className={classes.number}>
              Экземпляров
            </th>
            <th scope="col" className={classes.number}>
              Названий
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, shown).map((flow) => (
            <tr key={`${flow.fromSchoolId} ${flow.toSchoolId}`}>
              <td>{flow.from}</td>
              <td>{flow.to}</td>
              <td className={classes.number}>
                <button
                  type="button"
                  className={classes.figure}
                  aria-label={`${flow.from} → ${flow.to}: ${flow.copies}, показать строки`}
                  onClick={() => onPair(flow.fromSchoolId, flow.toSchoolId)}
                >
                  {formatNumber(flow.copies)}
                </button>
              </td>
              <td className={classes.number}>{formatNumber(flow.titles)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              Итого направлений: {formatNumber(flows.length)}
            </th>
            <td className={classes.number}>{formatNumber(sum('copies'))}</td>
            <td className={classes.number} />
          </tr>
        </tfoot>
      </table>
      {sorted.length > shown && (
        <Button variant="default" size="xs" mt="sm" onClick={() => setShown(shown + PORTION * 5)}>
          Показать ещё
        </Button>
      )}
    </>
  )
}
