import { Button, Group, Loader, Progress, Text } from '@mantine/core'
import type { Report } from '@shared/contract/reports'
import { counted } from '@shared/domain/text/plural'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { call } from '../../../app/api'
import { useJobs } from '../../../app/jobs'
import type { ReportMarks } from '../model/marks'
import type { Place } from '../model/steps'
import { pieceName, useComposer } from './ComposerContext'
import classes from './SubmitPane.module.css'

export interface SubmitPaneProps {
  report: Report
  marks: ReportMarks
  /** Its numbers are being gathered and kept. */
  submitting: boolean
  onSubmit: () => void
  onClose: () => void
  onAcceptAll: () => void
}

/** Before it is given: what has not been looked at, and what giving it means. */
export function SubmitPane({ report, marks, submitting, onSubmit, onClose, onAcceptAll }: SubmitPaneProps) {
  const { catalogue, show } = useComposer()
  const root = useRef<HTMLElement>(null)
  useEffect(() => root.current?.focus({ preventScroll: true }), [])
  const lines = report.sections.flatMap((section) =>
    section.hidden
      ? []
      : section.pieces.flatMap((piece) => {
          const mark = marks.get(section.uid)?.pieces.get(piece.uid)
          if (piece.hidden || !mark || mark.state === 'fine') return []
          const words =
            mark.state === 'changed'
              ? `изменилось ${counted(mark.changes.length, ['число', 'числа', 'чисел'])}`
              : 'не принято'
          return [
            {
              place: { section: section.uid, piece: piece.uid } as Place,
              section: section.title,
              words,
              name: pieceName(section, piece.uid, catalogue),
            },
          ]
        }),
  )
  if (submitting) return <Submitting />
  return (
    <section ref={root} className={classes.pane} tabIndex={-1} aria-label="Сдать отчёт">
      <h2>Сдать отчёт</h2>
      <p>
        Сданный отчёт запоминается вместе с числами и файлом Word: что бы потом ни изменилось в данных, он останется
        таким, каким его сдали, а разница будет видна. Его можно вернуть в работу.
      </p>
      {lines.length === 0 ? (
        <p className={classes.fine}>
          <IconCircleCheck size={16} aria-hidden /> Всё просмотрено и принято.
        </p>
      ) : (
        <>
          <p className={classes.warning}>
            <IconAlertTriangle size={16} aria-hidden />
            <span>
              Не просмотрено: {counted(lines.length, ['часть', 'части', 'частей'])}. Сдать отчёт это не мешает:
              напечатано будет то, что верно сейчас.
            </span>
          </p>
          <ul className={classes.lines}>
            {lines.map((line) => (
              <li key={line.place.piece}>
                <button type="button" onClick={() => show(line.place, { focus: true })}>
                  {line.section} — {line.name}
                </button>
                <span>{line.words}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Group gap={8} mt="md">
        <Button onClick={onSubmit} data-submit>
          Сдать
        </Button>
        <Button variant="default" onClick={onClose}>
          Ещё поработать
        </Button>
        {lines.length > 0 && (
          <Button variant="subtle" onClick={onAcceptAll}>
            Принять всё
          </Button>
        )}
      </Group>
    </section>
  )
}

function Submitting() {
  const job = useJobs().find((one) => one.title === 'Сдача отчёта')
  const percent = job?.total ? Math.round((job.done / job.total) * 100) : null
  return (
    <section className={classes.waiting} aria-label="Отчёт сдаётся">
      {percent === null ? (
        <Loader size="sm" aria-hidden />
      ) : (
        <Progress w={320} value={percent} aria-label={`Готово ${percent} %`} />
      )}
      <Text role="status">Числа собираются, документ пишется…</Text>
      {job && (
        <>
          <Text size="sm" c="dimmed">
            {job.text}
          </Text>
          <Button variant="default" size="xs" onClick={() => void call('jobs.cancel', { jobId: job.jobId })}>
            Отменить
          </Button>
        </>
      )}
    </section>
  )
}
