import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { AppError } from '@shared/errors'
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react'

/** Short messages in the corner. Errors stay until closed; the rest go by themselves. */

export function errorSentence(error: unknown): string {
  if (error instanceof AppError) return error.message
  return 'Программа столкнулась с неожиданной ошибкой. Введённое сохранено в черновике — попробуйте ещё раз.'
}

export function showError(error: unknown): void {
  const message = errorSentence(error)
  notifications.show({
    // One and the same sentence is not stacked: a failing autosave would fill the screen.
    id: `error:${message}`,
    color: 'red',
    icon: <IconAlertCircle size={18} aria-hidden />,
    title: 'Не получилось',
    message,
    autoClose: false,
    withCloseButton: true,
  })
}

/** The message whose «Отменить» still undoes what it speaks of: only of the last thing done. */
let undoable: string | null = null

export function showDone(message: string, action?: { label: string; run: () => void }): void {
  const id = `done:${Date.now()}:${Math.random()}`
  if (action?.label === 'Отменить') {
    if (undoable !== null) notifications.hide(undoable)
    undoable = id
  }
  const act = () => {
    notifications.hide(id)
    action?.run()
  }
  notifications.show({
    id,
    icon: <IconCircleCheck size={18} aria-hidden />,
    color: 'teal',
    autoClose: action ? 10_000 : 4_000,
    message: action ? (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        <Button size="compact-sm" variant="light" flex="none" onClick={act}>
          {action.label}
        </Button>
      </Group>
    ) : (
      message
    ),
  })
}
