import {
  type Transfer,
  type TransferRecord,
  Transfer as TransferSchema,
  transferStates,
} from '@shared/contract/transfers'
import { call } from '../../../app/api'
import { useCall, useCommand } from '../../../app/queries'
import { copiesShort } from '../../../components/lots/words'
import type { EditorFormProps, EditorProps } from '../../../components/record/editor'
import { RecordCard } from '../../../components/record/RecordCard'
import { RecordLoader } from '../../../components/record/RecordLoader'
import { useRecordForm } from '../../../components/record/useRecordForm'
import { blankTransfer } from '../model/blank'
import { ActTab } from './ActTab'
import { TransferTab } from './TransferTab'

/** A transfer beside its list: its books and steps, its act. */
export function TransferEditor({ id, onCreated, onClose }: EditorProps) {
  const found = useCall('transfers.get', { id: id ?? 0 }, { enabled: id !== null })
  const loaded = found.data && { revision: found.data.revision, value: found.data.transfer }
  return (
    <RecordLoader record="transfer" id={id} loaded={loaded} error={found.error} blank={blankTransfer} onClose={onClose}>
      {(start) => (
        <TransferForm
          start={start}
          loaded={loaded}
          record={found.data ?? null}
          onCreated={onCreated}
          onClose={onClose}
        />
      )}
    </RecordLoader>
  )
}

interface TransferFormProps extends EditorFormProps<Transfer> {
  /** What is stored; null for one not made yet. */
  record: TransferRecord | null
}

function TransferForm({ start, loaded, record, onCreated, onClose }: TransferFormProps) {
  const form = useRecordForm<Transfer>({
    record: 'transfer',
    schema: TransferSchema,
    start,
    loaded,
    save: (id, revision, transfer) => call('transfers.save', { id, revision, transfer }),
    onCreated,
    isReady: ({ fromSchoolId, toSchoolId, lines }) => fromSchoolId > 0 && toSchoolId > 0 && lines.length > 0,
  })
  const remove = useCommand('transfers.remove', { success: 'Передача удалена.' })
  const canRemove = record !== null && (record.state === 'drafted' || record.state === 'cancelled')
  return (
    <RecordCard
      record="transfer"
      form={form}
      title={record ? `${record.from} → ${record.to}` : 'Новая передача'}
      subtitle={record ? subtitleOf(record) : 'Выберите, кто отдаёт, кто получает и какие книги'}
      onClose={onClose}
      removal={
        canRemove && {
          label: 'Удалить передачу',
          question: 'Удалить передачу?',
          detail: 'Книги останутся там, где они есть. Удаление можно отменить.',
          remove: (id) => remove.run({ id }),
        }
      }
      tabs={[
        {
          id: 'main',
          title: 'Передача',
          isFaulty: form.isFaulty('fromSchoolId', 'toSchoolId', 'dueBack', 'lines', 'viaSchoolId', 'note'),
          content: <TransferTab form={form} record={record} />,
        },
        ...(record === null
          ? []
          : [
              {
                id: 'act',
                title: 'Акт',
                isFaulty: form.isFaulty('actNumber', 'actDate', 'giver', 'receiver'),
                content: <ActTab form={form} record={record} />,
              },
            ]),
      ]}
    />
  )
}

function subtitleOf(record: TransferRecord): string {
  const { actNumber } = record.transfer
  return [
    record.state === 'drafted' ? 'Черновик передачи' : `Передача: ${transferStates[record.state]}`,
    copiesShort(record.copies),
    actNumber === '' ? '' : `акт № ${actNumber}`,
  ]
    .filter(Boolean)
    .join(' · ')
}
