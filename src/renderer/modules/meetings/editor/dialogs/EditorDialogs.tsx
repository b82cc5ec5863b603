import type { MeetingRecord } from '@shared/contract/meetings'
import { type FieldKey, lineOfField } from '../../model/fields'
import type { Remark } from '../../model/remarks'
import type { Actions } from '../useActions'
import { ExtractDialog } from './ExtractDialog'
import { KeysDialog } from './KeysDialog'
import { ReasonDialog } from './ReasonDialog'
import { SignDialog } from './SignDialog'

export type OpenDialog = 'sign' | 'unsign' | 'extract' | 'keys' | null

export interface EditorDialogsProps extends Pick<Actions, 'onSigned' | 'onUnsigned' | 'onExtracted'> {
  open: OpenDialog
  record: MeetingRecord
  remarks: readonly Remark[]
  field: FieldKey | null
  onShow: (field: FieldKey) => void
  onClose: () => void
}

export function EditorDialogs(props: EditorDialogsProps) {
  const { open, record, onClose } = props
  switch (open) {
    case null:
      return null
    case 'sign':
      return (
        <SignDialog
          meetingDate={record.meeting.date}
          remarks={props.remarks}
          onSign={props.onSigned}
          onShow={props.onShow}
          onClose={onClose}
        />
      )
    case 'unsign':
      return (
        <ReasonDialog
          title="Снять подпись"
          text="Протокол снова станет черновиком. Причина останется среди исправлений."
          label="Причина"
          placeholder="Подписан раньше времени"
          action="Снять подпись"
          onDone={props.onUnsigned}
          onClose={onClose}
        />
      )
    case 'extract': {
      const line = props.field === null ? null : lineOfField(props.field)
      return (
        <ExtractDialog
          meeting={record.meeting}
          decisionUid={line?.kind === 'decision' ? line.uid : null}
          onDone={props.onExtracted}
          onClose={onClose}
        />
      )
    }
    case 'keys':
      return <KeysDialog onClose={onClose} />
  }
}
