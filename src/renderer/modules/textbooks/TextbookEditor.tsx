import { blankTextbook } from '@shared/contract/blank'
import { fplStates, type Textbook, Textbook as TextbookSchema } from '@shared/contract/textbooks'
import { textbookName } from '@shared/domain/textbook-name'
import { call } from '../../app/api'
import { useCall, useCommand } from '../../app/queries'
import { RecordPanel } from '../../components/RecordPanel'
import { RemoveButton } from '../../components/RemoveButton'
import { RecordBanner } from '../../components/record/RecordBanner'
import { type LoadedRecord, RecordLoader, type RecordStart } from '../../components/record/RecordLoader'
import { useRecordForm } from '../../components/record/useRecordForm'
import { HoldingsSection } from './HoldingsSection'
import { TextbookTab } from './TextbookTab'

interface TextbookEditorProps {
  id: number | null
  /** A new book begins with it. */
  isbn?: string
  onCreated: (id: number) => void
  onClose: () => void
}

export function TextbookEditor({ id, isbn = '', onCreated, onClose }: TextbookEditorProps) {
  const found = useCall('textbooks.get', { id: id ?? 0 }, { enabled: id !== null })
  const loaded = found.data && { revision: found.data.revision, value: found.data.textbook }
  const blank = () => ({ ...blankTextbook(), isbn })
  return (
    <RecordLoader record="textbook" id={id} loaded={loaded} error={found.error} blank={blank} onClose={onClose}>
      {(start) => <TextbookForm start={start} loaded={loaded} onCreated={onCreated} onClose={onClose} />}
    </RecordLoader>
  )
}

interface TextbookFormProps {
  start: RecordStart<Textbook>
  loaded: LoadedRecord<Textbook> | undefined
  onCreated: (id: number) => void
  onClose: () => void
}

function TextbookForm({ start, loaded, onCreated, onClose }: TextbookFormProps) {
  const form = useRecordForm<Textbook>({
    record: 'textbook',
    schema: TextbookSchema,
    start,
    loaded,
    save: (id, revision, textbook) => call('textbooks.save', { id, revision, textbook }),
    onCreated,
    isReady: (book) => book.title.trim() !== '' && book.subject.trim() !== '',
  })
  const remove = useCommand('textbooks.remove', { success: 'Учебник удалён.' })
  const { id, value } = form
  const title = value.title.trim()
  const name = textbookName({ ...value, title, authors: '', publisher: '', level: value.level })
  return (
    <RecordPanel
      title={title === '' ? 'Новый учебник' : name}
      subtitle={id === null ? 'Появится в списке, когда заполните наименование и предмет' : subtitleOf(value)}
      history={id === null ? null : { record: 'textbook', id }}
      onClose={onClose}
      onBlur={form.onBlur}
      banner={<RecordBanner form={form} />}
      actions={
        id !== null && (
          <RemoveButton
            label="Удалить учебник"
            question={`Удалить учебник «${name}»?`}
            detail="Учебник, по которому есть книги в школах, излишки, потребности или акты, удалить нельзя. Удаление можно отменить."
            onRemove={async () => {
              await remove.run({ id })
              onClose()
            }}
          />
        )
      }
      tabs={[
        { id: 'main', title: 'Сведения', content: <TextbookTab form={form} /> },
        ...(id === null || loaded === undefined
          ? []
          : [
              {
                id: 'holdings',
                title: 'В школах',
                content: <HoldingsSection textbookId={id} name={textbookName(loaded.value)} />,
              },
            ]),
      ]}
    />
  )
}

const subtitleOf = ({ authors, publisher, fplState }: Textbook): string =>
  [authors, publisher, fplState === 'dropped' ? `${fplStates.dropped} из перечня` : ''].filter(Boolean).join(' · ')
