import { Alert, Button, Group, Modal, Progress, Text } from '@mantine/core'
import { formatNumber } from '@shared/domain/text/plural'
import { useEffect, useRef, useState } from 'react'
import { errorSentence } from '../app/toasts'
import classes from './BulkDialog.module.css'

/** One thing done to many records, one after another; a refusal of one does not stop the others. */
export interface BulkWork {
  /** «Согласование передач». */
  title: string
  /** «Согласовано»: how many of them, at the end. */
  done: string
  ids: readonly number[]
  /** Name of a record for the list of refusals. @throws the sentence of a refusal */
  each: (id: number) => Promise<void>
  nameOf: (id: number) => Promise<string>
  /** After the last of them, unless it was stopped. */
  finish?: () => Promise<void>
  /** Said under the summary: how it is undone. */
  note?: string
}

interface Refusal {
  id: number
  name: string
  sentence: string
}

/** Runs the work at once, shows how far it is, can be stopped, and says at the end what was done and what was not. */
export function BulkDialog({ work, onClose }: { work: BulkWork; onClose: () => void }) {
  const [at, setAt] = useState(0)
  const [refused, setRefused] = useState<readonly Refusal[]>([])
  const [state, setState] = useState<'running' | 'stopped' | 'done'>('running')
  const stopped = useRef(false)
  const started = useRef<BulkWork | null>(null)

  useEffect(() => {
    if (started.current === work) return
    started.current = work
    const run = async () => {
      for (const [index, id] of work.ids.entries()) {
        if (stopped.current) break
        try {
          await work.each(id)
        } catch (error) {
          const name = await work.nameOf(id).catch(() => `№ ${id}`)
          setRefused((now) => [...now, { id, name, sentence: errorSentence(error) }])
        }
        setAt(index + 1)
      }
      if (!stopped.current) await work.finish?.()
      setState(stopped.current ? 'stopped' : 'done')
    }
    void run()
  }, [work])

  const total = work.ids.length
  const good = at - refused.length
  const isRunning = state === 'running'
  return (
    <Modal opened onClose={() => !isRunning && onClose()} title={work.title} withCloseButton={!isRunning} size="lg">
      <Progress value={total === 0 ? 100 : (at / total) * 100} aria-label={work.title} mb="sm" />
      <Text role="status">
        {isRunning
          ? `Сделано ${formatNumber(at)} из ${formatNumber(total)}`
          : `${work.done}: ${formatNumber(good)} из ${formatNumber(total)}${state === 'stopped' ? '. Остановлено.' : ''}`}
      </Text>
      {!isRunning && good > 0 && work.note && (
        <Text size="sm" c="dimmed" mt={4}>
          {work.note}
        </Text>
      )}
      {refused.length > 0 && (
        <Alert color="orange" mt="sm" title={`Не получилось: ${formatNumber(refused.length)}`}>
          <ul className={classes.refusals}>
            {refused.map((one) => (
              <li key={one.id}>
                <strong>{one.name}.</strong> {one.sentence}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <Group justify="flex-end" mt="lg">
        {isRunning ? (
          <Button
            variant="default"
            onClick={() => {
              stopped.current = true
            }}
          >
            Остановить
          </Button>
        ) : (
          <Button onClick={onClose} data-autofocus>
            Закрыть
          </Button>
        )}
      </Group>
    </Modal>
  )
}
