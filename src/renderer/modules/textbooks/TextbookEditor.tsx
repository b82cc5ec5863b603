import { blankTextbook } from '@shared/contract/blank'
import { fplStates, type Textbook, Textbook as TextbookSchema } from '@shared/contract/textbooks'
import { textbookName } from '@shared/domain/textbook-name'
import { call } from '../../app/api'
import { useCall, useCommand } from '../../app/queries'
import type { EditorFormProps, EditorProps } from '../../components/record/editor'
import { RecordCard } from '../../components/record/RecordCard'
import { RecordLoader } from '../../components/record/RecordLoader'
import { useRecordForm } from '../../components/record/useRecordForm'
import { HoldingsSection } from './HoldingsSection'
import { TextbookTab } from './TextbookTab'

interface TextbookEditorProps extends EditorProps {
  /** A new book begins with it. */
  isbn?: string
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

function TextbookForm({ start, loaded, onCreated, onClose }: EditorFormProps<Textbook>) {
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
    <RecordCard
      record="textbook"
      form={form}
      title={title === '' ? 'Новый учебник' : name}
      subtitle={id === null ? 'Появится в списке, когда заполните наименование и предмет' : subtitleOf(value)}
      onClose={onClose}
      removal={{
        label: 'Удалить учебник',
        question: `Удалить учебник «${name}»?`,
        detail:
          'Учебник, по которому есть книги в школах, излишки, потребности или акты, удалить нельзя. Удаление можно отменить.',
        remove: (id) => remove.run({ id }),
      }}
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
