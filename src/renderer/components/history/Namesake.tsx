import { Alert, Button, Group } from '@mantine/core'
import type { Restore } from './useRestore'

/** Asks whether a person of the same name is another one. */
export function Namesake({ question }: { question: Restore<'history.revive'>['question'] }) {
  if (!question) return null
  return (
    <Alert color="orange" title="Такой человек уже есть" role="alert" my="xs">
      {question.text}
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" onClick={question.force}>
          Всё равно вернуть
        </Button>
        <Button size="compact-sm" variant="default" onClick={question.drop}>
          Не возвращать
        </Button>
      </Group>
    </Alert>
  )
}
