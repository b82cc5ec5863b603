import { ActionIcon, Alert, Button, NativeSelect, Skeleton, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { RemovedRecord } from '@shared/contract/history'
import { IconArrowBackUp, IconChevronDown, IconChevronRight, IconSearch, IconTrash } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useCall } from '../../app/queries'
import { errorSentence } from '../../app/toasts'
import { formatRecent } from '../../components/format'
import { Namesake } from '../../components/history/Namesake'
import { useRestore } from '../../components/history/useRestore'
import { ListEmpty } from '../../components/ListEmpty'
import classes from './HistoryScreen.module.css'
import { recordKinds } from './kinds'

/** What was removed and can come back. */
export function DeletedTab() {
  const [record, setRecord] = useState('')
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed, 200)
  return (
    <>
      <div className={classes.filters}>
        <TextInput
          className={classes.text}
          label="Что"
          placeholder="Название или фамилия"
          leftSection={<IconSearch size={15} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <NativeSelect
          className={classes.choice}
          label="Где"
          data={[{ value: '', label: 'Везде' }, ...recordKinds.filter((kind) => kind.value !== 'profile')]}
          value={record}
          onChange={(event) => setRecord(event.currentTarget.value)}
        />
      </div>
      <Pages key={`${record}:${text}`} record={record || null} text={text} />
    </>
  )
}

interface Asked {
  record: string | null
  text: string
}

function Pages(asked: Asked) {
  const [pages, setPages] = useState<readonly (number | null)[]>([null])
  return pages.map((before, index) => (
    <Page
      key={before ?? 0}
      {...asked}
      before={before}
      onMore={index === pages.length - 1 ? (next) => setPages([...pages, next]) : null}
    />
  ))
}

interface PageProps extends Asked {
  before: number | null
  onMore: ((next: number) => void) | null
}

function Page({ record, text, before, onMore }: PageProps) {
  const page = useCall('history.deleted', { record, text, before }, { keepPrevious: true })
  if (page.error) return <Alert color="red">{errorSentence(page.error)}</Alert>
  if (!page.data) return <Skeleton height={160} />
  const { records, next } = page.data
  if (records.length === 0 && before === null) {
    if (record !== null || text !== '') return <Text c="dimmed">Среди удалённых такого нет.</Text>
    return (
      <ListEmpty
        icon={IconTrash}
        title="Удалённых записей нет"
        text="Всё, что вы удалите, можно будет найти здесь и вернуть со всем содержимым."
      />
    )
  }
  return (
    <>
      <ul className={classes.entries} aria-label="Удалённые записи">
        {records.map((one) => (
          <Removed key={`${one.record}:${one.id}`} removed={one} />
        ))}
      </ul>
      {next !== null && onMore && (
        <Button variant="default" size="xs" mt="sm" onClick={() => onMore(next)}>
          Показать более ранние
        </Button>
      )}
    </>
  )
}

function Removed({ removed }: { removed: RemovedRecord }) {
  const [isOpen, setOpen] = useState(false)
  const details = useId()
  const revive = useRestore('history.revive', `Возвращено: ${removed.name}.`)
  const Icon = isOpen ? IconChevronDown : IconChevronRight
  return (
    <li className={classes.entry}>
      <div className={classes.head}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={`Что было в записи: ${removed.name}`}
          aria-expanded={isOpen}
          aria-controls={details}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon size={16} aria-hidden />
        </ActionIcon>
        <span className={classes.when}>{formatRecent(removed.at)}</span>
        <div className={classes.what}>
          <div>{removed.name}</div>
          <Text size="xs" c="dimmed">
            {removed.title} · {removed.author}
          </Text>
        </div>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          loading={revive.pending}
          aria-label={`Вернуть: ${removed.name}`}
          onClick={() => void revive.run({ record: removed.record, id: removed.id })}
        >
          Вернуть
        </Button>
      </div>
      <Namesake question={revive.question} />
      <div id={details} hidden={!isOpen} className={classes.details}>
        {removed.fields.map((field) => (
          <Text key={field.title} size="xs" className={classes.what}>
            <Text span inherit c="dimmed">
              {field.title}:{' '}
            </Text>
            {field.value}
          </Text>
        ))}
        {removed.rows.length > 0 && (
          <Text size="xs" mt={4}>
            Внутри: {removed.rows.map((row) => `${row.what.toLowerCase()} — ${row.count}`).join(', ')}
          </Text>
        )}
      </div>
    </li>
  )
}
