import { Alert, Button, Group, Paper, Text, Title } from '@mantine/core'
import { formatDate, isRealDate, todayIso } from '@shared/domain/dates'
import { formatNumber } from '@shared/domain/text/plural'
import type { AppError } from '@shared/errors'
import { type ReactNode, useState } from 'react'
import { useCommand } from '../../app/queries'
import { DateField } from '../../components/fields/DateField'
import { NumberField } from '../../components/fields/NumberField'
import { TextField } from '../../components/fields/TextField'
import { FieldGrid } from '../../components/record/FormSection'
import type { LotRecord } from './LotPanel'

interface FormProps {
  lot: LotRecord
  onDone: () => void
}

/** What was counted on a day; the difference is booked. */
export function CountForm({ lot, onDone }: FormProps) {
  const [copies, setCopies] = useState<number | null>(lot.copies)
  const [date, setDate] = useState(todayIso(new Date()))
  const [document, setDocument] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const correct = useCommand('holdings.correct', { success: 'Остаток исправлен.', onError: shownBy(setRefusal) })
  const there = balanceOn(lot, date)
  const difference = isCount(copies) ? copies - there : 0
  const save = async () => {
    if (!isCount(copies)) return setRefusal('Впишите, сколько книг насчитали: целое число, можно ноль.')
    if (!isRealDate(date)) return setRefusal('Впишите день, на который считали.')
    const done = await correct.run({ lotId: lot.id, date, copies, document, note: '' }).catch(() => null)
    if (done) onDone()
  }
  return (
    <BookingForm
      title="Исправить остаток"
      action="Исправить остаток"
      busy={correct.pending}
      refusal={refusal}
      onSave={save}
      onDone={onDone}
    >
      <FieldGrid>
        <NumberField label="Насчитали экземпляров" value={copies} onChange={setCopies} required autoFocus />
        <DateField label="На дату" value={date} onChange={(next) => setDate(next ?? '')} mandatory required />
        <TextField label="Документ" value={document} onChange={setDocument} placeholder="акт инвентаризации № …" />
      </FieldGrid>
      {isRealDate(date) && (
        <Text size="sm" c="dimmed" mt={6}>
          {`На ${formatDate(date, 'digits')} по движениям — ${formatNumber(there)} экз. `}
          {difference === 0
            ? 'Исправлять нечего.'
            : `Будет записана инвентаризация: ${difference > 0 ? '+' : '−'}${formatNumber(Math.abs(difference))}.`}
        </Text>
      )}
    </BookingForm>
  )
}

/** More books of the same year, price and source. */
export function MoreForm({ lot, onDone }: FormProps) {
  const [copies, setCopies] = useState<number | null>(null)
  const [date, setDate] = useState(todayIso(new Date()))
  const [document, setDocument] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const add = useCommand('movements.add', { success: 'Поступление внесено.', onError: shownBy(setRefusal) })
  const save = async () => {
    if (!isCount(copies) || copies === 0) return setRefusal('Впишите, сколько книг поступило: целое число больше нуля.')
    if (!isRealDate(date)) return setRefusal('Впишите день поступления.')
    const movement = { ...lot.key, date, kind: 'receipt' as const, copies, document, note: '' }
    const done = await add.run({ movement }).catch(() => null)
    if (done) onDone()
  }
  return (
    <BookingForm
      title="Поступление таких же книг"
      action="Внести поступление"
      busy={add.pending}
      refusal={refusal}
      onSave={save}
      onDone={onDone}
    >
      <FieldGrid>
        <NumberField label="Экземпляров" value={copies} onChange={setCopies} required autoFocus />
        <DateField label="Дата" value={date} onChange={(next) => setDate(next ?? '')} mandatory required />
        <TextField label="Документ" value={document} onChange={setDocument} placeholder="накладная № …" />
      </FieldGrid>
    </BookingForm>
  )
}

interface BookingFormProps {
  title: string
  action: string
  busy: boolean
  refusal: string | null
  onSave: () => Promise<void> | void
  onDone: () => void
  children: ReactNode
}

/** A booking is made by its button: nothing in the ledger is saved by itself. */
function BookingForm(props: BookingFormProps) {
  return (
    <Paper withBorder p="sm" mb="md">
      <form
        aria-label={props.title}
        onSubmit={(event) => {
          event.preventDefault()
          void props.onSave()
        }}
      >
        <Title order={3} size="h6" mb="xs">
          {props.title}
        </Title>
        {props.refusal !== null && (
          <Alert color="red" mb="sm" role="alert">
            {props.refusal}
          </Alert>
        )}
        {props.children}
        <Group justify="flex-end" mt="sm" gap="xs">
          <Button size="xs" variant="default" onClick={props.onDone}>
            Не надо
          </Button>
          <Button size="xs" type="submit" loading={props.busy}>
            {props.action}
          </Button>
        </Group>
      </form>
    </Paper>
  )
}

const isCount = (value: number | null): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0

const shownBy =
  (show: (text: string) => void) =>
  (error: AppError): boolean => {
    show(error.message)
    return true
  }

/** At the end of the day; the movements come oldest first. */
function balanceOn({ movements }: LotRecord, date: string): number {
  return movements.findLast((one) => one.date <= date)?.balance ?? 0
}
