import {
  type WriteOff,
  type WriteOffRecord,
  WriteOff as WriteOffSchema,
  writeOffStates,
} from '@shared/contract/writeoff'
import { call } from '../../../app/api'
import { useCall, useCommand } from '../../../app/queries'
import { formatDay } from '../../../components/format'
import { copiesShort } from '../../../components/lots/words'
import type { EditorFormProps, EditorProps } from '../../../components/record/editor'
import { RecordCard } from '../../../components/record/RecordCard'
import { RecordLoader } from '../../../components/record/RecordLoader'
import { useRecordForm } from '../../../components/record/useRecordForm'
import { blankWriteOff } from '../blank'
import { ActTab } from './ActTab'
import { DetailsTab } from './DetailsTab'
import { PaperTab } from './PaperTab'

/** An act beside its list: its books, its commission and accounts, its paper. */
export function WriteOffEditor({ id, onCreated, onClose }: EditorProps) {
  const found = useCall('writeOffs.get', { id: id ?? 0 }, { enabled: id !== null })
  const loaded = found.data && { revision: found.data.revision, value: found.data.writeOff }
  return (
    <RecordLoader
      record="write-off"
      id={id}
      loaded={loaded}
      error={found.error}
      blank={blankWriteOff}
      onClose={onClose}
    >
      {(start) => (
        <WriteOffForm
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

interface WriteOffFormProps extends EditorFormProps<WriteOff> {
  record: WriteOffRecord | null
}

function WriteOffForm({ start, loaded, record, onCreated, onClose }: WriteOffFormProps) {
  const form = useRecordForm<WriteOff>({
    record: 'write-off',
    schema: WriteOffSchema,
    start,
    loaded,
    save: (id, revision, writeOff) => call('writeOffs.save', { id, revision, writeOff }),
    onCreated,
    isReady: ({ schoolId, lines }) => schoolId > 0 && lines.length > 0,
    tidy: (value) => ({
      ...value,
      commission: value.commission.filter((one) => one.name.trim() !== '' || one.position.trim() !== ''),
    }),
  })
  const remove = useCommand('writeOffs.remove', { success: 'Акт удалён.' })
  const { value } = form
  const isDraft = record === null || record.state === 'drafted'
  return (
    <RecordCard
      record="write-off"
      form={form}
      title={
        record ? `Акт № ${value.number === '' ? 'без номера' : value.number}, ${record.school}` : 'Новый акт о списании'
      }
      subtitle={
        record ? subtitleOf(record) : 'Выберите школу и книги: номер и комиссия подставятся из её прошлого акта'
      }
      onClose={onClose}
      removal={
        isDraft && {
          label: 'Удалить акт',
          question: 'Удалить черновик акта?',
          detail: 'Книги остаются на балансе школы. Удаление можно отменить.',
          remove: (id) => remove.run({ id }),
        }
      }
      tabs={[
        {
          id: 'main',
          title: 'Акт',
          isFaulty: form.isFaulty('schoolId', 'number', 'date', 'reason', 'reasonText', 'lines', 'note', 'campaignId'),
          content: <ActTab form={form} record={record} isDraft={isDraft} />,
        },
        {
          id: 'details',
          title: 'Комиссия и счета',
          isFaulty: form.isFaulty('commission', 'order', 'okpo', 'unit', 'debit', 'credit', 'disposal'),
          content: <DetailsTab form={form} isDraft={isDraft} />,
        },
        ...(record === null
          ? []
          : [{ id: 'paper', title: 'Документ', content: <PaperTab form={form} record={record} /> }]),
      ]}
    />
  )
}

function subtitleOf(record: WriteOffRecord): string {
  const state = record.state === 'booked' ? `проведён ${formatDay(record.bookedOn)}` : writeOffStates[record.state]
  return [state, `от ${formatDay(record.writeOff.date)}`, copiesShort(record.copies)].join(' · ')
}
