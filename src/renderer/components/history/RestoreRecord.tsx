import { Alert, Button, Group, Skeleton, Text } from '@mantine/core'
import { useState } from 'react'
import { useCall } from '../../app/queries'
import { errorSentence } from '../../app/toasts'
import { Changes } from './Changes'
import classes from './Changes.module.css'
import { Namesake } from './Namesake'
import { useRestore } from './useRestore'

export interface RestoreRecordProps {
  record: string
  id: number
  groupId: number
}

/** The whole record back to what it was after a step: first what would change, in place, then doing it. */
export function RestoreRecord(props: RestoreRecordProps) {
  const [isOpen, setOpen] = useState(false)
  if (!isOpen) {
    return (
      <Button size="compact-xs" variant="subtle" mt={2} onClick={() => setOpen(true)}>
        Вернуть запись к этому виду…
      </Button>
    )
  }
  return <Preview {...props} onClose={() => setOpen(false)} />
}

function Preview({ record, id, groupId, onClose }: RestoreRecordProps & { onClose: () => void }) {
  const place = { record, id, groupId, moment: 'after' as const }
  const preview = useCall('history.preview', place)
  const whole = useRestore('history.restoreRecord', 'Запись возвращена к прежнему виду.')
  if (preview.error) return <Alert color="red">{errorSentence(preview.error)}</Alert>
  if (!preview.data) return <Skeleton height={60} />
  const { changes } = preview.data
  return (
    <section className={classes.preview} aria-label="Что изменится">
      <Text size="xs" fw={600}>
        {changes.length === 0 ? 'Сейчас запись такая же: возвращать нечего.' : 'Что изменится в записи:'}
      </Text>
      <Changes changes={changes} />
      <Namesake question={whole.question} />
      <Group gap="xs" mt="xs">
        {changes.length > 0 && (
          <Button
            size="compact-sm"
            loading={whole.pending}
            onClick={() => void whole.run(place).then((isDone) => isDone && onClose())}
          >
            Вернуть запись
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={onClose}>
          Не возвращать
        </Button>
      </Group>
    </section>
  )
}
