import { Alert, Button, Group, Text } from '@mantine/core'
import { type Movement, Movement as MovementSchema, moneySources } from '@shared/contract/holdings'
import { todayIso } from '@shared/domain/dates'
import type { AppError } from '@shared/errors'
import { useState } from 'react'
import { useCommand } from '../../app/queries'
import { DateField } from '../../components/fields/DateField'
import { NumberField } from '../../components/fields/NumberField'
import { SchoolField } from '../../components/fields/SchoolField'
import { SelectField } from '../../components/fields/SelectField'
import { TextbookField } from '../../components/fields/TextbookField'
import { TextField } from '../../components/fields/TextField'
import { RecordPanel } from '../../components/RecordPanel'
import { FieldGrid, FormSection, Wide } from '../../components/record/FormSection'

interface ReceiptPanelProps {
  /** The lot the books have come to. */
  onCreated: (lotId: number) => void
  onClose: () => void
}

const blank = (): Movement => ({
  schoolId: 0,
  textbookId: 0,
  publicationYear: 0,
  price: 0,
  source: 'unknown',
  date: todayIso(new Date()),
  kind: 'receipt',
  copies: null as unknown as number,
  document: '',
  note: '',
})

type Faults = Partial<Record<keyof Movement, string>>

/** Books that came to a school. Booked by its button, not as it is typed: every booking stands in the ledger. */
export function ReceiptPanel({ onCreated, onClose }: ReceiptPanelProps) {
  const [value, setValue] = useState(blank)
  const [faults, setFaults] = useState<Faults>({})
  const [refusal, setRefusal] = useState<AppError | null>(null)
  const add = useCommand('movements.add', {
    success: 'Поступление внесено.',
    onError: (error) => {
      setRefusal(error)
      return true
    },
  })
  const set = <K extends keyof Movement>(key: K, next: Movement[K]) => {
    setValue((now) => ({ ...now, [key]: next }))
    setFaults(({ [key]: _gone, ...rest }) => rest)
    setRefusal(null)
  }
  const book = async () => {
    const found = faultsOf(value)
    setFaults(found)
    if (Object.keys(found).length > 0) return
    const done = await add.run({ movement: value }).catch(() => null)
    if (done) onCreated(done.lotId)
  }
  return (
    <RecordPanel
      title="Поступление"
      subtitle="Книги появятся в остатках школы с этой даты"
      onClose={onClose}
      tabs={[
        {
          id: 'main',
          title: 'Сведения',
          content: (
            <form
              onSubmit={(event) => {
                event.preventDefault()
                void book()
              }}
            >
              {refusal && (
                <Alert color="red" title="Не внесено" mb="sm" role="alert">
                  {refusal.message}
                </Alert>
              )}
              <FormSection>
                <FieldGrid>
                  <Wide>
                    <SchoolField
                      label="Школа"
                      value={value.schoolId || null}
                      onChange={(id) => set('schoolId', id ?? 0)}
                      error={faults.schoolId}
                      required
                      autoFocus
                    />
                  </Wide>
                  <Wide>
                    <TextbookField
                      label="Учебник"
                      description="Название, автор, код ФПУ или ISBN — можно сканером"
                      value={value.textbookId || null}
                      onChange={(id) => set('textbookId', id ?? 0)}
                      error={faults.textbookId}
                      required
                    />
                  </Wide>
                  <NumberField
                    label="Экземпляров"
                    value={value.copies}
                    onChange={(next) => set('copies', next as number)}
                    error={faults.copies}
                    required
                  />
                  <DateField
                    label="Дата"
                    value={value.date}
                    onChange={(next) => set('date', next ?? '')}
                    error={faults.date}
                    mandatory
                    required
                  />
                </FieldGrid>
              </FormSection>
              <FormSection title="Какие книги">
                <FieldGrid>
                  <NumberField
                    label="Год издания"
                    value={value.publicationYear || null}
                    onChange={(next) => set('publicationYear', next ?? 0)}
                    error={faults.publicationYear}
                    placeholder="не известен"
                  />
                  <NumberField
                    label="Цена"
                    value={value.price || null}
                    onChange={(next) => set('price', next ?? 0)}
                    error={faults.price}
                    scale={100}
                    unit="руб."
                    placeholder="не известна"
                  />
                  <SelectField
                    label="Источник средств"
                    value={value.source}
                    onChange={(next) => set('source', next)}
                    choices={moneySources}
                  />
                </FieldGrid>
                <Text size="sm" c="dimmed" mt={6}>
                  Книги одного года, цены и источника считаются вместе, остальные — отдельной строкой остатков.
                </Text>
              </FormSection>
              <FormSection title="Основание">
                <FieldGrid>
                  <TextField
                    label="Документ"
                    value={value.document}
                    onChange={(next) => set('document', next)}
                    placeholder="накладная № …"
                  />
                  <TextField label="Примечание" value={value.note} onChange={(next) => set('note', next)} />
                </FieldGrid>
              </FormSection>
              <Group justify="flex-end" mt="md">
                <Button variant="default" onClick={onClose}>
                  Не вносить
                </Button>
                <Button type="submit" loading={add.pending}>
                  Внести поступление
                </Button>
              </Group>
            </form>
          ),
        },
      ]}
    />
  )
}

function faultsOf(value: Movement): Faults {
  const faults: Faults = {}
  if (value.schoolId === 0) faults.schoolId = 'Выберите школу'
  if (value.textbookId === 0) faults.textbookId = 'Выберите учебник'
  if (value.copies === null || String(value.copies) === '') faults.copies = 'Впишите, сколько книг поступило'
  else if (typeof value.copies === 'number' && value.copies <= 0) faults.copies = 'Нужно число больше нуля'
  const checked = MovementSchema.safeParse(value)
  for (const issue of checked.error?.issues ?? []) {
    const key = issue.path[0] as keyof Movement
    faults[key] ??= typeof value[key] === 'string' && key !== 'date' ? 'Нужно число' : issue.message
  }
  return faults
}
