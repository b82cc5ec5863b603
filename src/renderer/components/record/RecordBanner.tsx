import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { formatMoment } from '../format'
import type { RecordForm } from './useRecordForm'

export interface RecordBannerProps<T> {
  form: RecordForm<T>
  /** On the button that overrules a duplicate: «Всё равно добавить». */
  forceLabel?: string
}

/** What the form has to say or to ask, over its tabs: never in the way of typing. */
export function RecordBanner<T>({ form, forceLabel }: RecordBannerProps<T>) {
  const { question, autosave } = form
  if (question?.code === 'conflict') {
    return (
      <Alert color="orange" m="sm" title="Запись тем временем изменили">
        <Stack gap="xs">
          <Text size="sm">{question.message}</Text>
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={form.takeStored}>
              Показать записанное
            </Button>
            <Button size="xs" onClick={form.keepMine}>
              Записать моё
            </Button>
          </Group>
        </Stack>
      </Alert>
    )
  }
  if (question) {
    return (
      <Alert color="orange" m="sm" title="Похоже, такая запись уже есть">
        <Stack gap="xs">
          <Text size="sm">{question.message}</Text>
          <Group gap="xs">
            <Button size="xs" onClick={form.force}>
              {forceLabel ?? 'Всё равно записать'}
            </Button>
          </Group>
        </Stack>
      </Alert>
    )
  }
  if (autosave.error) {
    return (
      <Alert color="red" m="sm" py="xs">
        {autosave.error} Введённое лежит в черновике и не пропадёт.
      </Alert>
    )
  }
  if (form.draftSavedAt) {
    return (
      <Alert color="blue" m="sm" py="xs">
        <Group justify="space-between" gap="xs">
          <Text size="sm">Показан черновик от {formatMoment(form.draftSavedAt)}: эти изменения ещё не записаны.</Text>
          <Button size="compact-sm" variant="default" onClick={form.dropDraft}>
            Убрать черновик
          </Button>
        </Group>
      </Alert>
    )
  }
  return null
}
