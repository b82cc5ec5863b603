import { ActionIcon, Text } from '@mantine/core'
import type { WriteOff, WriteOffLine, WriteOffRecord } from '@shared/contract/writeoff'
import { formatMoney, formatNumber } from '@shared/domain/text/plural'
import { IconAlertCircle, IconTrash } from '@tabler/icons-react'
import { useCall } from '../../../app/queries'
import { NumberField } from '../../../components/fields/NumberField'
import { TextField } from '../../../components/fields/TextField'
import { copiesShort, lotWords } from '../../../components/lots/words'
import type { RecordForm } from '../../../components/record/useRecordForm'
import classes from '../WriteOff.module.css'

export interface LinesTableProps {
  form: RecordForm<WriteOff>
  record: WriteOffRecord | null
  isDraft: boolean
}

interface Book {
  title: string
  more: string
  price: number
  held: number
}

/** The books of an act: inventory numbers, copies, price and sum, with the total below. */
export function LinesTable({ form, record, isDraft }: LinesTableProps) {
  const { lines, schoolId } = form.value
  const bookOf = useBooks(record, schoolId, lines)
  if (lines.length === 0) {
    return (
      <Text size="sm" c="dimmed" mb="sm">
        Книг пока нет. Добавьте их из остатков школы.
      </Text>
    )
  }
  const change = (uid: string, patch: Partial<WriteOffLine>) =>
    form.set(
      'lines',
      lines.map((line) => (line.uid === uid ? { ...line, ...patch } : line)),
    )
  const copies = lines.reduce((sum, line) => sum + (Number(line.copies) || 0), 0)
  const sum = lines.reduce((all, line) => all + (Number(line.copies) || 0) * (bookOf(line)?.price ?? 0), 0)
  return (
    <table className={classes.lines}>
      <thead>
        <tr>
          <th scope="col">Книга</th>
          <th scope="col">Инв. номера</th>
          <th scope="col" className={classes.number}>
            Экз.
          </th>
          <th scope="col" className={classes.number}>
            Сумма
          </th>
          {isDraft && <th aria-label="Убрать" />}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => {
          const book = bookOf(line)
          const isShort = book !== undefined && isDraft && line.copies > book.held
          const fault = form.errorAt(`lines.${index}.copies`) ?? form.errorAt(`lines.${index}`)
          return (
            <tr key={line.uid}>
              <td>
                <div className={classes.book}>{book?.title ?? 'Книга'}</div>
                {book && <div className={classes.more}>{book.more}</div>}
                {isShort && book && (
                  <div className={classes.fault}>
                    <IconAlertCircle size={14} aria-hidden /> в остатках только {copiesShort(book.held)}
                  </div>
                )}
                {fault && !isShort && (
                  <div className={classes.fault} role="alert">
                    <IconAlertCircle size={14} aria-hidden /> {fault}
                  </div>
                )}
              </td>
              <td className={classes.inventory}>
                {isDraft ? (
                  <TextField
                    bare
                    ariaLabel={`Инвентарные номера, строка ${index + 1}`}
                    value={line.inventoryNumbers}
                    onChange={(inventoryNumbers) => change(line.uid, { inventoryNumbers })}
                  />
                ) : (
                  line.inventoryNumbers
                )}
              </td>
              <td className={isDraft ? classes.entry : classes.number}>
                {isDraft ? (
                  <NumberField
                    bare
                    ariaLabel={`Экземпляров, строка ${index + 1}`}
                    value={line.copies}
                    onChange={(next) => change(line.uid, { copies: next as number })}
                    onBlur={() => form.check(`lines.${index}.copies`)}
                  />
                ) : (
                  formatNumber(line.copies)
                )}
              </td>
              <td className={classes.number}>{book ? formatMoney((Number(line.copies) || 0) * book.price, '') : ''}</td>
              {isDraft && (
                <td className={classes.last}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={28}
                    aria-label={`Убрать книгу, строка ${index + 1}`}
                    onClick={() =>
                      form.set(
                        'lines',
                        lines.filter((one) => one.uid !== line.uid),
                      )
                    }
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            Итого
          </th>
          <td className={classes.number}>{formatNumber(copies)}</td>
          <td className={classes.number}>{formatMoney(sum, '')}</td>
          {isDraft && <td />}
        </tr>
      </tfoot>
    </table>
  )
}

/** Books of the stored lines, and of those added since by the lot they come from. */
function useBooks(
  record: WriteOffRecord | null,
  schoolId: number,
  lines: readonly WriteOffLine[],
): (line: WriteOffLine) => Book | undefined {
  const stored = new Map((record?.lines ?? []).map((line) => [line.lotId, line]))
  const isKnown = lines.every((line) => stored.has(line.lotId))
  const lots = useCall(
    'holdings.lots',
    { schoolId: schoolId || null, textbookId: null },
    { enabled: schoolId > 0 && !isKnown, keepPrevious: true },
  )
  return ({ lotId }) => {
    const line = stored.get(lotId)
    if (line) {
      const more = [line.authors, line.publisher, lotWords(line.publicationYear, line.price)]
      return { title: line.title, more: more.filter(Boolean).join(' · '), price: line.price, held: line.held }
    }
    const lot = lots.data?.find((one) => one.id === lotId)
    if (!lot) return undefined
    return { title: lot.textbook, more: lotWords(lot.publicationYear, lot.price), price: lot.price, held: lot.copies }
  }
}
