import { Alert, Button, NativeSelect, Pill, Skeleton, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { listSpecs } from '@shared/contract/list-specs'
import { isRealDate } from '@shared/domain/dates'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useCall } from '../../app/queries'
import { errorSentence } from '../../app/toasts'
import { DateField } from '../../components/fields/DateField'
import { FeedEntryRow } from './FeedEntryRow'
import classes from './HistoryScreen.module.css'
import { recordKinds } from './kinds'

interface Asked {
  list: string | null
  record: string | null
  author: string | null
  from: string | null
  to: string | null
  text: string
}
const nothing = { record: null, author: null, from: null, to: null, text: '' }

/** Everything that was done, newest first. */
export function FeedTab({ list, onWholeHistory }: { list: string | null; onWholeHistory: () => void }) {
  const [typed, setTyped] = useState<Omit<Asked, 'list'>>(nothing)
  const [settled] = useDebouncedValue(typed, 200)
  const authors = useCall('history.authors', {})
  const asked: Asked = { ...settled, list, from: realDay(settled.from), to: realDay(settled.to) }
  const isAsked = Object.values(typed).some((value) => value !== null && value !== '')
  const set = (part: Partial<Omit<Asked, 'list'>>) => setTyped((now) => ({ ...now, ...part }))
  return (
    <>
      {list !== null && (
        <Pill
          size="md"
          mb="sm"
          withRemoveButton
          onRemove={onWholeHistory}
          removeButtonProps={{ 'aria-label': 'Показать историю всех списков', tabIndex: 0, 'aria-hidden': false }}
        >
          Список: {listSpecs[list]?.title ?? list}
        </Pill>
      )}
      <div className={classes.filters}>
        <TextInput
          className={classes.text}
          size="sm"
          label="Что"
          placeholder="Название записи или действия"
          leftSection={<IconSearch size={15} aria-hidden />}
          value={typed.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
        {list === null && (
          <NativeSelect
            className={classes.choice}
            label="Где"
            data={[{ value: '', label: 'Везде' }, ...recordKinds]}
            value={typed.record ?? ''}
            onChange={(event) => set({ record: event.currentTarget.value || null })}
          />
        )}
        <NativeSelect
          className={classes.choice}
          label="Кто"
          data={[{ value: '', label: 'Все' }, ...(authors.data ?? [])]}
          value={typed.author ?? ''}
          onChange={(event) => set({ author: event.currentTarget.value || null })}
        />
        <div className={classes.day}>
          <DateField label="С" value={typed.from} onChange={(from) => set({ from })} error={wrongDay(typed.from)} />
        </div>
        <div className={classes.day}>
          <DateField label="По" value={typed.to} onChange={(to) => set({ to })} error={wrongDay(typed.to)} />
        </div>
        {isAsked && (
          <Button variant="subtle" onClick={() => setTyped(nothing)}>
            Показать всё
          </Button>
        )}
      </div>
      <Pages key={JSON.stringify(asked)} asked={asked} />
    </>
  )
}

const realDay = (day: string | null): string | null => (day !== null && isRealDate(day) ? day : null)
const wrongDay = (day: string | null): string | undefined =>
  day !== null && day !== '' && !isRealDate(day) ? 'Такой даты нет' : undefined

function Pages({ asked }: { asked: Asked }) {
  // Where each page begins: older than this step.
  const [pages, setPages] = useState<readonly (number | null)[]>([null])
  return (
    <>
      {pages.map((before, index) => (
        <Page
          key={before ?? 'first'}
          asked={asked}
          before={before}
          onMore={index === pages.length - 1 ? (last) => setPages([...pages, last]) : null}
        />
      ))}
    </>
  )
}

interface PageProps {
  asked: Asked
  before: number | null
  /** Null: the next page is shown already. */
  onMore: ((last: number) => void) | null
}

function Page({ asked, before, onMore }: PageProps) {
  const feed = useCall('history.feed', { ...asked, before }, { keepPrevious: true })
  if (feed.error) return <Alert color="red">{errorSentence(feed.error)}</Alert>
  if (!feed.data) return <Skeleton height={200} />
  const { entries, more } = feed.data
  const last = entries.at(-1)
  if (entries.length === 0 && before === null) return <Text c="dimmed">Таких изменений нет.</Text>
  return (
    <>
      <ul className={classes.entries} aria-label={before === null ? 'Изменения' : 'Более ранние изменения'}>
        {entries.map((entry) => (
          <FeedEntryRow key={entry.groupId} entry={entry} />
        ))}
      </ul>
      {more && last && onMore && (
        <Button variant="default" size="xs" mt="sm" onClick={() => onMore(last.groupId)}>
          Показать более ранние
        </Button>
      )}
    </>
  )
}
