import { ActionIcon, Text } from '@mantine/core'
import { conditions } from '@shared/contract/exchange'
import { moneySources } from '@shared/contract/holdings'
import type { Transfer, TransferLine, TransferRecord } from '@shared/contract/transfers'
import { formatMoney, formatNumber } from '@shared/domain/text/plural'
import { IconAlertCircle, IconTrash } from '@tabler/icons-react'
import { CheckField } from '../../../components/fields/CheckField'
import { NumberField } from '../../../components/fields/NumberField'
import { SelectField } from '../../../components/fields/SelectField'
import { formatDay } from '../../../components/format'
import { copiesShort, lotWords } from '../../../components/lots/words'
import type { RecordForm } from '../../../components/record/useRecordForm'
import type { StepEntries } from './entries'
import classes from './Transfers.module.css'
import { type LineBooks, useLineBooks } from './useLineBooks'

export interface LinesTableProps {
  form: RecordForm<Transfer>
  record: TransferRecord | null
  isDraft: boolean
  entries: StepEntries | null
  onEntry: (uid: string, copies: number | null) => void
}

/** The books of a transfer: copies, price and sum; what came and what went back where it has come so far. */
export function LinesTable({ form, record, isDraft, entries, onEntry }: LinesTableProps) {
  const { lines } = form.value
  const booksOf = useLineBooks(
    record,
    form.value.fromSchoolId,
    lines.map((line) => line.lotId),
  )
  if (lines.length === 0) {
    return (
      <Text size="sm" c="dimmed" mb="sm">
        Книг пока нет. Добавьте их из остатков школы-передатчика.
      </Text>
    )
  }
  const hasCome = record?.state === 'received' || record?.state === 'returned'
  const isTemporary = form.value.term === 'temporary'
  const change = (uid: string, patch: Partial<TransferLine>) =>
    form.set(
      'lines',
      lines.map((line) => (line.uid === uid ? { ...line, ...patch } : line)),
    )
  const copies = lines.reduce((sum, line) => sum + (Number(line.copies) || 0), 0)
  const sum = lines.reduce(
    (all, line) => all + (Number(line.copies) || 0) * (booksOf(line.uid, line.lotId)?.price ?? 0),
    0,
  )
  return (
    <table className={classes.lines}>
      <thead>
        <tr>
          <th scope="col">Книга</th>
          <th scope="col" className={classes.number}>
            Экз.
          </th>
          <th scope="col" className={classes.number}>
            Стоимость
          </th>
          {entries && <th scope="col">{entries.kind === 'receive' ? 'Пришло' : 'Возвращают'}</th>}
          {isDraft && <th aria-label="Убрать" />}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => {
          const books = booksOf(line.uid, line.lotId)
          const entry = entries?.lines.find((one) => one.uid === line.uid)
          const title = books?.title ?? 'Книга'
          const fault = form.errorAt(`lines.${index}.copies`) ?? form.errorAt(`lines.${index}`)
          return (
            <tr key={line.uid}>
              <td>
                <div className={classes.book}>{title}</div>
                {books && <div className={classes.more}>{moreOf(books)}</div>}
                {books?.instead && <div className={classes.instead}>замена: вместо «{books.instead}»</div>}
                <div className={classes.lineFields}>
                  {isDraft ? (
                    <>
                      <div className={classes.lineCondition}>
                        <SelectField
                          bare
                          ariaLabel={`Состояние книг, строка ${index + 1}`}
                          choices={conditions}
                          value={line.condition}
                          onChange={(condition) => change(line.uid, { condition })}
                        />
                      </div>
                      <CheckField
                        label="на учёте"
                        value={line.accounted}
                        onChange={(accounted) => change(line.uid, { accounted })}
                      />
                    </>
                  ) : (
                    <span className={classes.more}>
                      состояние {conditions[line.condition]}
                      {line.accounted ? ', на бухгалтерском учёте' : ', не на учёте'}
                    </span>
                  )}
                </div>
                {hasCome && books && <Came line={line} books={books} isTemporary={isTemporary} />}
                <Shortage line={line} books={books} record={record} />
                {fault && (
                  <div className={classes.short} role="alert">
                    <IconAlertCircle size={14} aria-hidden /> {fault}
                  </div>
                )}
              </td>
              <td className={isDraft ? classes.entry : classes.number}>
                {isDraft ? (
                  <NumberField
                    bare
                    ariaLabel={`Экземпляров, строка ${index + 1}`}
                    value={line.copies}
                    onChange={(next) => change(line.uid, { copies: next as number })}
                  />
                ) : (
                  formatNumber(line.copies)
                )}
              </td>
              <td className={classes.number}>
                {books ? formatMoney((Number(line.copies) || 0) * books.price, '') : ''}
              </td>
              {entry && (
                <td className={classes.entry}>
                  <NumberField
                    bare
                    ariaLabel={`${entries?.kind === 'receive' ? 'Пришло' : 'Возвращают'}, строка ${index + 1}`}
                    value={entry.copies}
                    error={entry.fault ?? undefined}
                    onChange={(next) => onEntry(line.uid, next)}
                  />
                </td>
              )}
              {isDraft && (
                <td className={classes.last}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={28}
                    aria-label={`Убрать книгу: ${title}`}
                    onClick={() => {
                      form.set(
                        'lines',
                        lines.filter((one) => one.uid !== line.uid),
                      )
                    }}
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
          <th scope="row">Итого</th>
          <td className={classes.number}>{formatNumber(copies)}</td>
          <td className={classes.number}>{formatMoney(sum, '')}</td>
        </tr>
      </tfoot>
    </table>
  )
}

function moreOf(books: LineBooks): string {
  return [
    books.detail,
    lotWords(books.publicationYear, books.price),
    books.source === 'unknown' ? '' : moneySources[books.source],
    books.usableUntil ? `использовать до ${formatDay(books.usableUntil)}` : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

/** What of a line came, and what has gone back. */
function Came(props: { line: TransferLine; books: LineBooks; isTemporary: boolean }) {
  const came = props.books.received ?? props.line.copies
  const lost = props.line.copies - came
  return (
    <div>
      пришло {copiesShort(came)}
      {lost > 0 && <span className={classes.instead}> — на {formatNumber(lost)} меньше</span>}
      {props.isTemporary && `, вернули ${formatNumber(props.books.returned)}`}
    </div>
  )
}

/** Said before the books are handed over: the store would refuse. */
function Shortage(props: { line: TransferLine; books: LineBooks | undefined; record: TransferRecord | null }) {
  const { line, books, record } = props
  const isAhead = record === null || record.state === 'drafted' || record.state === 'agreed'
  if (!isAhead || !books || !(line.copies > books.held)) return null
  return (
    <div className={classes.short}>
      <IconAlertCircle size={14} aria-hidden /> в остатках только {copiesShort(books.held)}
    </div>
  )
}
