import { Alert, Checkbox, Table, Text, TextInput } from '@mantine/core'
import type { ImportRun } from '@shared/contract/imports'
import type { FplUpdate } from '@shared/contract/textbooks'
import { formatDate } from '@shared/domain/dates'
import { counted, formatNumber } from '@shared/domain/text/plural'
import { useCall } from '../../../app/queries'
import { errorSentence } from '../../../app/toasts'
import classes from '../Imports.module.css'
import { type ImportSession, setFpl } from '../model/session'

/** Rows of each table shown; the rest is counted. */
const most = 200

/** Of a file of textbooks: whether it is the federal list itself, and what that would mean for the books not in it. */
export function FplChoice({ session, run }: { session: ImportSession; run: ImportRun }) {
  const { fpl } = session
  const changes = useCall('textbooks.fplChanges', { runId: run.id }, { enabled: fpl !== null })
  return (
    <div className={classes.fpl}>
      <Checkbox
        label="Это федеральный перечень (ФПУ) — учебники, которых в нём нет, отметить исключёнными"
        checked={fpl !== null}
        onChange={(event) => setFpl(event.currentTarget.checked ? { order: '' } : null)}
      />
      {fpl !== null && (
        <>
          <TextInput
            label="Приказ"
            description="Запишется у всех учебников перечня; можно оставить пустым"
            placeholder="Приказ Минпросвещения России от … № …"
            maw={520}
            value={fpl.order}
            maxLength={1000}
            onChange={(event) => setFpl({ order: event.currentTarget.value })}
          />
          {changes.error && <Alert color="red">{errorSentence(changes.error)}</Alert>}
          {changes.data && <Changes update={changes.data} />}
        </>
      )}
    </div>
  )
}

function Changes({ update }: { update: FplUpdate }) {
  const books = ['учебник', 'учебника', 'учебников'] as const
  const withCopies = update.droppedTitles.filter((one) => one.copies > 0).length
  return (
    <>
      <Text size="sm" role="status">
        {update.dropped === 0
          ? 'Из прежнего перечня ничего не исключено.'
          : `Исключённых: ${counted(update.dropped, books)}${withCopies > 0 ? `, из них в школах есть ${formatNumber(withCopies)}` : ''}. Они останутся в каталоге с отметкой «исключён».`}
        {update.redated.length > 0 && ` Другой предельный срок: ${counted(update.redated.length, books)}.`}
      </Text>
      {update.dropped > 0 && (
        <details>
          <summary>Что исключено</summary>
          <Table fz="sm" verticalSpacing={2}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Учебник</Table.Th>
                <Table.Th>Код ФПУ</Table.Th>
                <Table.Th ta="right">Экз. в школах</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {update.droppedTitles.slice(0, most).map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Td>{one.title}</Table.Td>
                  <Table.Td>{one.fplCode}</Table.Td>
                  <Table.Td ta="right">{formatNumber(one.copies)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <More count={update.dropped - most} />
        </details>
      )}
      {update.redated.length > 0 && (
        <details>
          <summary>У чего другой срок</summary>
          <Table fz="sm" verticalSpacing={2}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Учебник</Table.Th>
                <Table.Th>Было</Table.Th>
                <Table.Th>Станет</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {update.redated.slice(0, most).map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Td>{one.title}</Table.Td>
                  <Table.Td>{day(one.before)}</Table.Td>
                  <Table.Td>{day(one.after)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <More count={update.redated.length - most} />
        </details>
      )}
    </>
  )
}

const day = (date: string | null): string => (date === null ? 'без срока' : formatDate(date, 'digits'))

const More = ({ count }: { count: number }) =>
  count > 0 ? <Text size="sm" c="dimmed">{`…и ещё ${formatNumber(count)}`}</Text> : null
