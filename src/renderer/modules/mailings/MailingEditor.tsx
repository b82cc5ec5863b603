import { type Mailing, type MailingKind, Mailing as MailingSchema, mailingKinds } from '@shared/contract/mailings'
import { isRealDate } from '@shared/domain/dates'
import { counted, formatNumber } from '@shared/domain/text/plural'
import { capitalised } from '@shared/papers/text'
import { useState } from 'react'
import { call } from '../../app/api'
import { useCall, useCommand } from '../../app/queries'
import { formatDay } from '../../components/format'
import type { EditorFormProps, EditorProps } from '../../components/record/editor'
import { RecordCard } from '../../components/record/RecordCard'
import { RecordLoader } from '../../components/record/RecordLoader'
import { useRecordForm } from '../../components/record/useRecordForm'
import { PaperTab } from './PaperTab'
import { RecipientsTab } from './RecipientsTab'
import { TextTab } from './TextTab'

export interface MailingEditorProps extends EditorProps {
  /** Of a new one. */
  kind: MailingKind
  eventId: number | null
}

/** A letter or certificate beside its list: what it says, to whom, and the paper. */
export function MailingEditor({ id, onCreated, onClose, ...asked }: MailingEditorProps) {
  const [isNew] = useState(id === null)
  // Once it is kept, its address says no more what it began with.
  const [beginning] = useState({ kind: asked.kind, eventId: asked.eventId })
  const found = useCall('mailings.get', { id: id ?? 0 }, { enabled: id !== null })
  const blank = useCall('mailings.blank', beginning, { enabled: isNew })
  const loaded = found.data && { revision: found.data.revision, value: found.data.mailing }
  const first = blank.data
  if (isNew && first === undefined && blank.error === null) return null
  return (
    <RecordLoader
      record="mailing"
      id={id}
      loaded={loaded}
      error={found.error ?? blank.error}
      blank={() => first ?? ({} as Mailing)}
      onClose={onClose}
    >
      {(start) => <MailingForm start={start} loaded={loaded} onCreated={onCreated} onClose={onClose} />}
    </RecordLoader>
  )
}

function MailingForm({ start, loaded, onCreated, onClose }: EditorFormProps<Mailing>) {
  const form = useRecordForm<Mailing>({
    record: 'mailing',
    schema: MailingSchema,
    start,
    loaded,
    save: (id, revision, mailing) => call('mailings.save', { id, revision, mailing }),
    onCreated,
    isReady: ({ title }) => title.trim() !== '',
    tidy: tidyMailing,
  })
  const remove = useCommand('mailings.remove', { success: 'Письмо удалено.' })
  const { id, value } = form
  const title = value.title.trim()
  const kind = capitalised(mailingKinds[value.kind])
  const subtitle = [
    kind,
    value.number === '' ? '' : `№ ${value.number}`,
    isRealDate(value.date) ? formatDay(value.date) : '',
    counted(value.recipients.length, ['получатель', 'получателя', 'получателей']),
  ]
  return (
    <RecordCard
      record="mailing"
      form={form}
      title={title === '' ? (value.kind === 'letter' ? 'Новое письмо' : 'Новая благодарность') : title}
      subtitle={id === null ? 'Появится в списке, когда впишете тему' : subtitle.filter(Boolean).join(' · ')}
      onClose={onClose}
      removal={{
        label: 'Удалить письмо',
        question: `Удалить «${title}»?`,
        detail: 'Удалится и список получателей. Это можно отменить; файлы, которые уже сохранены, останутся.',
        remove: (id) => remove.run({ id }),
      }}
      tabs={[
        {
          id: 'text',
          title: 'Текст',
          isFaulty: form.isFaulty('kind', 'title', 'date', 'number', 'templateId', 'text', 'eventId', 'sentOn', 'note'),
          content: <TextTab form={form} />,
        },
        {
          id: 'recipients',
          title: 'Получатели',
          mark: value.recipients.length === 0 ? undefined : formatNumber(value.recipients.length),
          isFaulty: form.isFaulty('recipients'),
          content: <RecipientsTab form={form} />,
        },
        { id: 'paper', title: 'Документ', content: <PaperTab form={form} /> },
      ]}
    />
  )
}

/** Rows of recipients added and left blank are dropped. */
function tidyMailing(mailing: Mailing): Mailing {
  return {
    ...mailing,
    recipients: mailing.recipients.filter(
      ({ schoolId, librarianId, name, organisation }) =>
        schoolId !== null || librarianId !== null || name.trim() !== '' || organisation.trim() !== '',
    ),
  }
}
