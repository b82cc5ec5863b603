import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { errorSentence } from '../../../../app/toasts'
import { TextField } from '../../../../components/fields/TextField'

export interface ReasonDialogProps {
  title: string
  text: string
  label: string
  placeholder: string
  /** Verb of the button: «Снять подпись». */
  action: string
  onDone: (reason: string) => Promise<void>
  onClose: () => void
}

/** Asks why, since the answer stays in the record. */
export function ReasonDialog(props: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') return setError('Напишите причину: она останется в записи протокола.')
    setBusy(true)
    try {
      await props.onDone(reason.trim())
    } catch (failure) {
      setError(errorSentence(failure))
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={props.onClose} title={props.title} size={520}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <Text>{props.text}</Text>
          <TextField
            label={props.label}
            placeholder={props.placeholder}
            value={reason}
            onChange={(value) => {
              setReason(value)
              setError(null)
            }}
            autoFocus
          />
          {error && (
            <Alert color="red" role="alert">
              {error}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              Вернуться
            </Button>
            <Button type="submit" loading={busy}>
              {props.action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
