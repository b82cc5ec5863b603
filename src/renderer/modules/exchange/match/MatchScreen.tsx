import { Alert, Button, CloseButton, Group, Skeleton, Switch, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { counted } from '@shared/domain/text/plural'
import { IconArrowsExchange, IconSearch, IconX } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useAction } from '../../../app/actions'
import { useGo } from '../../../app/navigation'
import { errorSentence } from '../../../app/toasts'
import { SchoolField } from '../../../components/fields/SchoolField'
import { ListEmpty } from '../../../components/ListEmpty'
import { ListTabs } from '../../../components/ListTabs'
import { exchangeTabs, exchangeTabsLabel } from '../tabs'
import { BookList } from './BookList'
import classes from './Match.module.css'
import { Meeting } from './Meeting'
import { useMatches } from './useMatches'
import { useWantedBook } from './useWantedBook'

/** /exchange/match — surpluses and needs of one book in one view: choose the two sides, reserve or hand over. */
export function MatchScreen() {
  const address: { search?: unknown; schoolId?: unknown } = useSearch({ strict: false })
  const [typed, setTyped] = useState(typeof address.search === 'string' ? address.search : '')
  const [search] = useDebouncedValue(typed.trim(), 150)
  const [schoolId, setSchool] = useState<number | null>(typeof address.schoolId === 'number' ? address.schoolId : null)
  const [both, setBoth] = useState(true)
  /** The book one has come for. */
  const [only, setOnly] = useState<{ id: number; title: string } | null>(null)
  const [visible, setVisible] = useState<readonly [number, number]>([0, 0])
  const [index, setIndex] = useState(0)
  const [book, setBook] = useState<number | null>(null)
  const matches = useMatches(
    { search, schoolId, textbookId: only?.id ?? null, both },
    Math.min(visible[0], index),
    Math.max(visible[1], index),
  )
  const searchBox = useRef<HTMLInputElement>(null)
  const sides = useRef<HTMLDivElement>(null)
  const wanted = useWantedBook((found) => {
    setOnly(found)
    setBoth(false)
  })
  useAction('find', () => searchBox.current?.select())

  // The same book stays chosen while the list changes under it; when it is gone, the one in its place is.
  const found = book === null ? null : matches.indexOf(book)
  const last = Math.max(0, (matches.total ?? 1) - 1)
  const at = Math.min(found ?? index, last)
  const group = matches.groupAt(at)
  const choose = useCallback(
    (next: number) => {
      setIndex(next)
      setBook(matches.groupAt(next)?.textbookId ?? null)
    },
    [matches],
  )
  useEffect(() => {
    setIndex(at)
    setBook(group?.textbookId ?? null)
  }, [at, group?.textbookId])
  const onVisible = useCallback((from: number, to: number) => setVisible([from, to]), [])
  const focusSide = () => sides.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus()

  const isFiltered = search !== '' || schoolId !== null || only !== null
  return (
    <ListTabs label={exchangeTabsLabel} tabs={exchangeTabs} here="/exchange/match">
      <div className={classes.screen}>
        <div className={classes.bar}>
          <h1>Сопоставление</h1>
          <TextInput
            ref={searchBox}
            className={classes.search}
            size="xs"
            placeholder="Название, автор, ISBN"
            aria-label="Найти учебник"
            leftSection={<IconSearch size={15} aria-hidden />}
            rightSection={
              typed === '' ? null : <CloseButton size="xs" aria-label="Стереть" onClick={() => setTyped('')} />
            }
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <div className={classes.schoolChoice}>
            <SchoolField bare ariaLabel="Школа" placeholder="Все школы" value={schoolId} onChange={setSchool} />
          </div>
          <Switch
            size="xs"
            label="Только то, что подходит"
            checked={both}
            onChange={(event) => setBoth(event.currentTarget.checked)}
          />
          {only && (
            <Button
              size="compact-sm"
              variant="default"
              title="Показать все книги"
              rightSection={<IconX size={14} aria-hidden />}
              onClick={() => setOnly(null)}
            >
              Только: {only.title}
            </Button>
          )}
          <span className={classes.count} aria-live="polite">
            {matches.total === null ? '' : counted(matches.total, ['книга', 'книги', 'книг'])}
          </span>
        </div>
        {matches.error ? (
          <Alert color="red" m="md" title="Сопоставление не открылось">
            {errorSentence(matches.error)}
          </Alert>
        ) : matches.total === null ? (
          <Skeleton height={240} m="md" />
        ) : matches.total === 0 ? (
          <NothingToMatch isFiltered={isFiltered} both={both} onAll={() => setBoth(false)} />
        ) : (
          <div className={classes.body}>
            <BookList matches={matches} chosen={at} onChoose={choose} onVisible={onVisible} onEnter={focusSide} />
            {group ? (
              <Meeting key={group.textbookId} group={group} wanted={wanted} onlyFitting={both} ref={sides} />
            ) : (
              <Skeleton height={240} m="md" />
            )}
          </div>
        )}
      </div>
    </ListTabs>
  )
}

interface NothingProps {
  isFiltered: boolean
  both: boolean
  onAll: () => void
}

function NothingToMatch({ isFiltered, both, onAll }: NothingProps) {
  const go = useGo()
  return (
    <div className={classes.empty}>
      <ListEmpty
        icon={IconArrowsExchange}
        title={isFiltered ? 'Ничего не найдено' : both ? 'Сейчас ничего не сходится' : 'В фонде пока пусто'}
        text={
          both
            ? 'Нет книг, которые одна школа может отдать, а другой не хватает. Можно посмотреть и то, чему пары пока нет.'
            : 'Здесь встречаются излишки и потребности одной книги. Запишите, что школы могут отдать и чего им не хватает.'
        }
        action={
          both ? (
            <Button variant="default" onClick={onAll}>
              Показать всё
            </Button>
          ) : (
            <Group gap="xs">
              <Button onClick={() => go('/exchange/surpluses?open=new')}>Добавить излишек</Button>
              <Button variant="default" onClick={() => go('/exchange/needs?open=new')}>
                Добавить потребность
              </Button>
            </Group>
          )
        }
      />
    </div>
  )
}
