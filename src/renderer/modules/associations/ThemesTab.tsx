import { NativeSelect } from '@mantine/core'
import type { Association } from '@shared/contract/associations'
import { newUid } from '@shared/contract/fields'
import { formatSchoolYear, useSchoolYear } from '../../app/schoolYear'
import { longTextColumn } from '../../components/record/cells'
import { FormSection } from '../../components/record/FormSection'
import { type RowColumn, RowsEditor } from '../../components/record/RowsEditor'
import type { RecordForm } from '../../components/record/useRecordForm'

type Theme = Association['themes'][number]

/** The methodical theme of each school year, with aim and tasks for the annual report. */
export function ThemesTab({ form }: { form: RecordForm<Association> }) {
  const { schoolYear, years } = useSchoolYear()
  const { themes } = form.value
  const offered = [...new Set([...years, ...themes.map((row) => row.schoolYear)])].sort().reverse()
  const yearColumn: RowColumn<Theme> = {
    key: 'schoolYear',
    title: 'Учебный год',
    span: 4,
    cell: (_, cell) => {
      const { value, onChange, onBlur, error } = cell('schoolYear')
      return (
        <NativeSelect
          size="xs"
          label="Учебный год"
          value={value}
          data={offered.map((year) => ({ value: year, label: formatSchoolYear(year) }))}
          onChange={(event) => onChange(event.currentTarget.value)}
          onBlur={onBlur}
          error={error}
        />
      )
    },
  }
  const columns = [
    yearColumn,
    longTextColumn<Theme>('theme', 'Методическая тема', { span: 12, minRows: 1 }),
    longTextColumn<Theme>('aim', 'Цель', { span: 12 }),
    longTextColumn<Theme>('tasks', 'Задачи', { span: 12 }),
  ]
  return (
    <FormSection title="Методическая тема по годам">
      <RowsEditor
        path="themes"
        layout="cards"
        rows={themes}
        onChange={(rows) => form.set('themes', rows)}
        columns={columns}
        blank={(): Theme => ({ uid: newUid(), schoolYear, theme: '', aim: '', tasks: '' })}
        addLabel={`Добавить тему на ${formatSchoolYear(schoolYear)}`}
        removeLabel="Убрать тему"
        emptyText="Тема не записана. Она нужна для плана и годового отчёта."
        errorAt={form.errorAt}
        check={form.check}
      />
    </FormSection>
  )
}
