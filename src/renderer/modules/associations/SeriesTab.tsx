import { type Association, type ProtocolLayout, protocolLayouts } from '@shared/contract/associations'
import { newUid } from '@shared/contract/fields'
import { choiceColumn, comboColumn, textColumn } from '../../components/record/cells'
import { FormSection } from '../../components/record/FormSection'
import { RowsEditor } from '../../components/record/RowsEditor'
import type { RecordForm } from '../../components/record/useRecordForm'

type Series = Association['series'][number]

const columns = [
  textColumn<Series>('name', 'Название ряда', { span: 6 }),
  choiceColumn<Series, ProtocolLayout>('layout', 'Вид протокола', protocolLayouts, { span: 6 }),
  textColumn<Series>('heading', 'Строка под словом «Протокол»', { span: 12 }),
  textColumn<Series>('place', 'Обычное место', { span: 6 }),
  comboColumn<Series>('decisionLabel', 'Слово перед решениями', ['РЕШИЛИ', 'ПОСТАНОВИЛИ', 'Принято решение'], {
    span: 6,
  }),
]

export function SeriesTab({ form }: { form: RecordForm<Association> }) {
  return (
    <FormSection title="Ряды заседаний">
      <RowsEditor
        path="series"
        layout="cards"
        rows={form.value.series}
        onChange={(rows) => form.set('series', rows)}
        columns={columns}
        blank={(): Series => ({
          uid: newUid(),
          id: null,
          name: '',
          heading: '',
          place: '',
          layout: 'full',
          decisionLabel: '',
        })}
        addLabel="Добавить ряд заседаний"
        removeLabel="Убрать ряд заседаний"
        emptyText="Рядов нет, поэтому создать заседание нельзя. Добавьте «Заседания РМО», «Совещания ИБЦ» или «Рабочая группа»."
        errorAt={form.errorAt}
        check={form.check}
      />
    </FormSection>
  )
}
