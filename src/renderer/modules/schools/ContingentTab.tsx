import { Group, NativeSelect, Text } from '@mantine/core'
import { newUid } from '@shared/contract/fields'
import type { School } from '@shared/contract/schools'
import { useState } from 'react'
import { formatSchoolYear, useSchoolYear } from '../../app/schoolYear'
import { FormSection } from '../../components/record/FormSection'
import { NumberSheet } from '../../components/record/NumberSheet'
import type { RecordForm } from '../../components/record/useRecordForm'

type Row = School['contingent'][number]
type Figure = 'classes' | 'students'

const columns: readonly { key: Figure; title: string }[] = [
  { key: 'classes', title: 'Классов-комплектов' },
  { key: 'students', title: 'Обучающихся' },
]
const grades = Array.from({ length: 11 }, (_, index) => index + 1)

/** Students and classes of one school year by grade. */
export function ContingentTab({ form }: { form: RecordForm<School> }) {
  const { contingent } = form.value
  const switched = useSchoolYear()
  const [schoolYear, setSchoolYear] = useState(switched.schoolYear)
  const filled = [...new Set(contingent.map((row) => row.schoolYear))].sort().reverse()
  const years = [...new Set([...switched.years, ...filled])].sort().reverse()
  // Evening schools have a twelfth grade: shown once there is one, or any time in the empty sheet's last row.
  const shown = contingent.some((row) => row.grade === 12) || form.value.type === 'evening' ? [...grades, 12] : grades
  const rows = shown.map((grade) => ({ key: String(grade), title: `${grade} класс` }))

  const indexOf = (grade: string) =>
    contingent.findIndex((row) => row.schoolYear === schoolYear && row.grade === Number(grade))
  const change = (changes: readonly { row: string; column: string; value: number | null }[]) => {
    let next: Row[] = [...contingent]
    for (const { row, column, value } of changes) {
      const grade = Number(row)
      const index = next.findIndex((one) => one.schoolYear === schoolYear && one.grade === grade)
      const empty = { classes: null, students: null } as unknown as Pick<Row, Figure>
      const old = next[index] ?? { uid: newUid(), schoolYear, grade, ...empty }
      const changed = { ...old, [column]: value } as Row
      next = index < 0 ? [...next, changed] : next.map((one, at) => (at === index ? changed : one))
    }
    form.set('contingent', next)
  }
  return (
    <FormSection title="Обучающиеся по классам">
      <Group gap="sm" mb="md" align="flex-end">
        <NativeSelect
          label="Учебный год"
          value={schoolYear}
          data={years.map((year) => ({
            value: year,
            label: `${formatSchoolYear(year)}${filled.includes(year) ? ' — заполнен' : ''}`,
          }))}
          onChange={(event) => setSchoolYear(event.currentTarget.value)}
        />
        <Text size="sm" c="dimmed" pb={6}>
          Столбцы можно вставить из Excel: Ctrl+V
        </Text>
      </Group>
      <NumberSheet
        caption={`Контингент, ${formatSchoolYear(schoolYear)}`}
        rowTitle="Класс"
        rows={rows}
        columns={columns}
        valueAt={(row, column) => contingent[indexOf(row)]?.[column as Figure] ?? null}
        onChange={change}
        errorAt={(row, column) => (indexOf(row) < 0 ? undefined : form.errorAt(`contingent.${indexOf(row)}.${column}`))}
        withTotals
      />
    </FormSection>
  )
}
