import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { todayIso } from '@shared/domain/dates'
import { counted } from '@shared/domain/text/plural'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { errorSentence } from '../../../../app/toasts'
import { DateField } from '../../../../components/fields/DateField'
import type { FieldKey } from '../../model/fields'
import type { Remark } from '../../model/remarks'
import classes from './Dialogs.module.css'

export interface SignDialogProps {
  meetingDate: string
  remarks: readonly Remark[]
  onSign: (signedOn: string) => Promise<void>
  onShow: (field: FieldKey) => void
  onClose: () => void
}

/** Before the lock: the day, and everything that was noticed, once more. */
export function SignDialog({ meetingDate, remarks, onSign, onShow, onClose }: SignDialogProps) {
  const today = todayIso(new Date())
  const [signedOn, setSignedOn] = useState<string | null>(today < meetingDate ? meetingDate : today)
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const sign = async () => {
    setBusy(true)
    try {
      await onSign(signedOn ?? '')
    } catch (failure) {
      setError(errorSentence(failure))
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title="Подписать протокол" size={560}>
      <Stack gap="sm">
        <Text>
          Подписанный протокол закрыт от изменений. Позже его можно исправить — с причиной, которая останется в записи.
        </Text>
        <DateField label="Дата подписания" value={signedOn} onChange={setSignedOn} mandatory autoFocus />
        {remarks.length === 0 ? (
          <p className={classes.fine}>
            <IconCircleCheck size={16} aria-hidden /> Замечаний нет.
          </p>
        ) : (
          <section className={classes.remarks} aria-label="Замечания">
            <p className={classes.warning}>
              <IconAlertTriangle size={16} aria-hidden />
              {counted(remarks.length, ['замечание', 'замечания', 'замечаний'])}. Подписать они не мешают.
            </p>
            <ul>
              {remarks.map((remark) => (
                <li key={`${remark.field}:${remark.text}`}>
                  <button type="button" onClick={() => onShow(remark.field)}>
                    {remark.text}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        {error && (
          <Alert color="red" role="alert">
            {error}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Не подписывать
          </Button>
          <Button loading={busy} onClick={() => void sign()}>
            Подписать протокол
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
