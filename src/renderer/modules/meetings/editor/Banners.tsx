import { Button, Group } from '@mantine/core'
import type { MeetingRecord } from '@shared/contract/meetings'
import { IconLock, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { errorSentence } from '../../../app/toasts'
import { Banner } from '../../../components/Banner'
import { EditingBanners } from '../../../components/EditingBanners'
import { TextField } from '../../../components/fields/TextField'
import { formatDay } from '../../../components/format'
import type { MeetingEditing } from './useMeetingEditing'

/** What the editor has to say about the whole protocol, in one quiet line under its title. */
export interface BannersProps {
  record: MeetingRecord
  editing: MeetingEditing
  correcting: boolean
  onCorrected: (reason: string) => Promise<void>
  onStopCorrecting: () => void
}

export function Banners({ record, editing, correcting, onCorrected, onStopCorrecting }: BannersProps) {
  const { refused } = editing
  return (
    <>
      <EditingBanners
        what="Протокол"
        editing={editing}
        refused={refused && refused.field === null ? refused.message : null}
      />
      {record.state === 'signed' && !correcting && (
        <Banner tone="calm" icon={<IconLock size={16} aria-hidden />}>
          <span>Протокол подписан {formatDay(record.signedOn)} и закрыт от изменений.</span>
        </Banner>
      )}
      {correcting && <CorrectionBar onDone={onCorrected} onCancel={onStopCorrecting} />}
    </>
  )
}

function CorrectionBar({ onDone, onCancel }: { onDone: (reason: string) => Promise<void>; onCancel: () => void }) {
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    if (reason.trim() === '') return setError('Напишите, почему исправляете: причина останется в записи.')
    setBusy(true)
    try {
      await onDone(reason.trim())
    } catch (failure) {
      setError(errorSentence(failure))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Banner tone="warning" icon={<IconPencil size={16} aria-hidden />}>
      <span>Исправление подписанного протокола.</span>
      <div style={{ flex: 1, minWidth: 220 }}>
        <TextField
          ariaLabel="Причина исправления"
          placeholder="Причина исправления"
          bare
          value={reason}
          error={error}
          onChange={(value) => {
            setReason(value)
            setError(undefined)
          }}
        />
      </div>
      <Group gap={6}>
        <Button size="compact-sm" loading={busy} onClick={() => void submit()}>
          Записать исправление
        </Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          Не исправлять
        </Button>
      </Group>
    </Banner>
  )
}
