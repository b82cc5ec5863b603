import { newUid } from '@shared/contract/fields'
import { contestLevels, type Librarian } from '@shared/contract/librarians'
import { choiceColumn, dateColumn, numberColumn, textColumn } from '../../components/record/cells'
import { FormSection } from '../../components/record/FormSection'
import { RowsEditor } from '../../components/record/RowsEditor'
import type { RecordForm } from '../../components/record/useRecordForm'

type Award = Librarian['awards'][number]
type Publication = Librarian['publications'][number]
type Contest = Librarian['contests'][number]

const awardColumns = [
  textColumn<Award>('title', 'Награда', { span: 12 }),
  textColumn<Award>('level', 'Уровень', { span: 7 }),
  dateColumn<Award>('on', 'Дата', { span: 5 }),
]
const publicationColumns = [
  textColumn<Publication>('title', 'Публикация', { span: 12 }),
  textColumn<Publication>('where', 'Издание', { span: 9 }),
  numberColumn<Publication>('year', 'Год', { span: 3 }),
]
const contestColumns = [
  textColumn<Contest>('title', 'Конкурс', { span: 12 }),
  choiceColumn<Contest, Contest['level']>('level', 'Уровень', contestLevels, { span: 4 }),
  textColumn<Contest>('result', 'Результат', { span: 4 }),
  dateColumn<Contest>('on', 'Дата', { span: 4 }),
]

export function AchievementsTab({ form }: { form: RecordForm<Librarian> }) {
  const { value, set } = form
  const common = { layout: 'cards' as const, errorAt: form.errorAt, check: form.check }
  return (
    <>
      <FormSection title="Награды">
        <RowsEditor
          path="awards"
          rows={value.awards}
          onChange={(rows) => set('awards', rows)}
          columns={awardColumns}
          blank={(): Award => ({ uid: newUid(), title: '', level: '', on: null })}
          addLabel="Добавить награду"
          removeLabel="Убрать награду"
          emptyText="Наград нет."
          {...common}
        />
      </FormSection>
      <FormSection title="Публикации">
        <RowsEditor
          path="publications"
          rows={value.publications}
          onChange={(rows) => set('publications', rows)}
          columns={publicationColumns}
          blank={(): Publication => ({ uid: newUid(), title: '', where: '', year: null })}
          addLabel="Добавить публикацию"
          removeLabel="Убрать публикацию"
          emptyText="Публикаций нет."
          {...common}
        />
      </FormSection>
      <FormSection title="Конкурсы">
        <RowsEditor
          path="contests"
          rows={value.contests}
          onChange={(rows) => set('contests', rows)}
          columns={contestColumns}
          blank={(): Contest => ({ uid: newUid(), title: '', level: 'municipal', result: '', on: null })}
          addLabel="Добавить конкурс"
          removeLabel="Убрать конкурс"
          emptyText="Участия в конкурсах нет."
          {...common}
        />
      </FormSection>
    </>
  )
}
