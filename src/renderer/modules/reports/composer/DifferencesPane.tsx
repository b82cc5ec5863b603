import { Skeleton } from '@mantine/core'
import type { ReportRecord } from '@shared/contract/reports'
import { counted } from '@shared/domain/text/plural'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { formatMoment } from '../../../components/format'
import type { SectionDifference } from '../model/differences'
import { useComposer } from './ComposerContext'
import pieces from './Piece.module.css'
import classes from './SubmitPane.module.css'

export interface DifferencesPaneProps {
  record: ReportRecord
  differences: readonly SectionDifference[]
  waiting: boolean
}

/** Of a submitted report: when it was kept, and what the data say otherwise by now. */
export function DifferencesPane({ record, differences, waiting }: DifferencesPaneProps) {
  const { trace } = useComposer()
  const count = differences.reduce((sum, { changes }) => sum + changes.length, 0)
  return (
    <section className={classes.pane} aria-label="Что изменилось после сдачи">
      <h2>После сдачи</h2>
      {record.frozen && (
        <p>
          Отчёт сдан {formatMoment(record.frozen.at)}
          {record.frozen.author === '' ? '' : `, ${record.frozen.author}`}. Справа — он сам, каким его сдали; «Word»
          сохранит тот же самый файл.
        </p>
      )}
      {waiting && <Skeleton height={48} />}
      {!waiting && count === 0 && (
        <p className={classes.fine}>
          <IconCircleCheck size={16} aria-hidden /> Числа отчёта и сейчас такие же.
        </p>
      )}
      {count > 0 && (
        <p className={classes.warning}>
          <IconAlertTriangle size={16} aria-hidden />С тех пор в данных изменилось{' '}
          {counted(count, ['число', 'числа', 'чисел'])}.
        </p>
      )}
      {differences.map(({ section, title, changes }) => (
        <section key={section} aria-label={title}>
          <h3>{title}</h3>
          <ul className={classes.lines}>
            {changes.map((change) => (
              <li key={`${change.part}/${change.key}`}>
                <p>
                  {change.title}: было {change.before}, стало{' '}
                  <button
                    type="button"
                    className={pieces.figure}
                    aria-label={`${change.title}: стало ${change.after}, показать записи`}
                    onClick={() => trace({ section, part: change.part, key: change.key, live: true })}
                  >
                    {change.after}
                  </button>
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}
