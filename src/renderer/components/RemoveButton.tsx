import { ActionIcon, Button, Group, Modal, Text, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'

export interface RemoveButtonProps {
  /** «Удалить школу». */
  label: string
  /** «Удалить школу «МБОУ СОШ № 3»?» */
  question: string
  /** What goes with it, and that it can be brought back. */
  detail: string
  /** Does it; a refusal is shown by whoever runs the command. */
  onRemove: () => Promise<unknown>
}

/** Removes a record after a question whose safe answer has the focus. */
export function RemoveButton({ label, question, detail, onRemove }: RemoveButtonProps) {
  const [asking, ask] = useDisclosure(false)
  const [busy, setBusy] = useState(false)
  const remove = async () => {
    setBusy(true)
    try {
      await onRemove()
    } catch {
      // Shown as a notification by the command.
    } finally {
      setBusy(false)
      ask.close()
    }
  }
  return (
    <>
      <Tooltip label={label}>
        <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={ask.open}>
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Modal opened={asking} onClose={ask.close} title={question}>
        <Text>{detail}</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={ask.close} data-autofocus>
            Не удалять
          </Button>
          <Button color="red.9" loading={busy} onClick={() => void remove()}>
            Удалить
          </Button>
        </Group>
      </Modal>
    </>
  )
}
