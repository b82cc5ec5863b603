import { Button, Group } from '@mantine/core'
import { IconAlertCircle, IconHistory } from '@tabler/icons-react'
import { Banner } from './Banner'
import { formatMoment } from './format'

/** How a document under the pen stands to what is saved. */
export interface EditingState {
  /** Another window has saved it meanwhile. */
  conflict: boolean
  /** When what was typed and not saved was brought back; null: nothing was. */
  restoredAt: string | null
  revert(): Promise<unknown>
  keepMine(): Promise<unknown>
  forgetRestored(): void
}

/** @param what «Протокол» @param refused why it is not saved, as a sentence; null when it is */
export function EditingBanners({
  what,
  editing,
  refused,
}: {
  what: string
  editing: EditingState
  refused: string | null
}) {
  return (
    <>
      {editing.conflict && (
        <Banner tone="danger" icon={<IconAlertCircle size={16} aria-hidden />}>
          <span>{what} тем временем изменили в другом окне. Набранное здесь цело.</span>
          <Group gap={6}>
            <Button size="compact-sm" variant="default" onClick={() => void editing.revert()}>
              Показать новое
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => void editing.keepMine()}>
              Оставить моё
            </Button>
          </Group>
        </Banner>
      )}
      {refused !== null && !editing.conflict && (
        <Banner tone="danger" icon={<IconAlertCircle size={16} aria-hidden />}>
          <span role="alert">{refused}</span>
        </Banner>
      )}
      {editing.restoredAt !== null && (
        <Banner tone="calm" icon={<IconHistory size={16} aria-hidden />}>
          <span>Восстановлено набранное {formatMoment(editing.restoredAt)}, что не успело сохраниться.</span>
          <Group gap={6}>
            <Button size="compact-sm" variant="default" onClick={editing.forgetRestored}>
              Оставить
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => void editing.revert()}>
              Вернуть сохранённое
            </Button>
          </Group>
        </Banner>
      )}
    </>
  )
}
