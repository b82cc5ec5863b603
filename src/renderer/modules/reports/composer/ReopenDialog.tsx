import { Button, Group, Modal, Text } from '@mantine/core'
import { useState } from 'react'

/** What was kept is let go and cannot be had back: asked first. */
export function ReopenDialog({ onReopen, onClose }: { onReopen: () => Promise<void>; onClose: () => void }) {
  const [busy, setBusy] = useState(false)
  return (
    <Modal opened onClose={onClose} title="Вернуть отчёт в работу?">
      <Text>
        Сданный вид и его файл программа забудет: числа снова станут такими, как в данных. Если сданный файл нужен,
        сначала сохраните его в Word. Отменить это нельзя, но отчёт можно сдать заново.
      </Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          Оставить сданным
        </Button>
        <Button
          color="red.9"
          loading={busy}
          onClick={() => {
            setBusy(true)
            void onReopen().finally(() => setBusy(false))
          }}
        >
          Вернуть в работу
        </Button>
      </Group>
    </Modal>
  )
}
