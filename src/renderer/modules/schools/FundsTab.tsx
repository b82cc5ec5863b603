import { Group, Text } from '@mantine/core'
import { newUid } from '@shared/contract/fields'
import { fundCategories, type School } from '@shared/contract/schools'
import { todayIso } from '@shared/domain/dates'
import { useState } from 'react'
import { NumberField } from '../../components/fields/NumberField'
import { FormSection } from '../../components/record/FormSection'
import { NumberSheet } from '../../components/record/NumberSheet'
import type { RecordForm } from '../../components/record/useRecordForm'

type Fund = School['funds'][number]
type Figure = 'received' | 'disposed' | 'held'

const columns: readonly { key: Figure; title: string }[] = [
  { key: 'received', title: 'Поступило' },
  { key: 'disposed', title: 'Выбыло' },
  { key: 'held', title: 'Состоит' },
]
const rows = Object.entries(fundCategories).map(([key, title]) => ({ key, title }))

/** The fund of one year by kinds of documents (ОО-2, section 2.6). */
export function FundsTab({ form }: { form: RecordForm<School> }) {
  const { funds } = form.value
  const years = [...new Set(funds.map((row) => row.year))].sort((a, b) => b - a)
  const [chosen, setChosen] = useState<number | null>(() => years[0] ?? Number(todayIso(new Date()).slice(0, 4)))
  const year = typeof chosen === 'number' ? chosen : null

  const indexOf = (category: string) => funds.findIndex((row) => row.year === year && row.category === category)
  const change = (changes: readonly { row: string; column: string; value: number | null }[]) => {
    if (year === null) return
    let next: Fund[] = [...funds]
    for (const { row, column, value } of changes) {
      const category = row as Fund['category']
      const index = next.findIndex((one) => one.year === year && one.category === category)
      // Null in a cell still being typed; made nought or dropped on saving (tidySchool).
      const empty = { received: null, disposed: null, held: null } as unknown as Pick<Fund, Figure>
      const old = next[index] ?? { uid: newUid(), year, category, ...empty }
      const changed = { ...old, [column]: value } as Fund
      next = index < 0 ? [...next, changed] : next.map((one, at) => (at === index ? changed : one))
    }
    form.set('funds', next)
  }
  return (
    <FormSection title="Фонд библиотеки, экземпляров">
      <Group gap="sm" mb="md" align="flex-end">
        <div style={{ width: 110 }}>
          <NumberField label="Год" value={chosen} onChange={setChosen} />
        </div>
        {years.length > 0 && (
          <Text size="sm" c="dimmed" pb={6}>
            Заполнено за: {years.join(', ')}
          </Text>
        )}
      </Group>
      {year !== null && year >= 1990 && year <= 2100 ? (
        <NumberSheet
          caption={`Фонд за ${year} год`}
          rowTitle="Вид документов"
          rows={rows}
          columns={columns}
          valueAt={(row, column) => funds[indexOf(row)]?.[column as Figure] ?? null}
          onChange={change}
          errorAt={(row, column) => (indexOf(row) < 0 ? undefined : form.errorAt(`funds.${indexOf(row)}.${column}`))}
        />
      ) : (
        <Text c="dimmed">Укажите год четырьмя цифрами.</Text>
      )}
    </FormSection>
  )
}
