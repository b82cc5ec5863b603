import { Alert, Skeleton, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { SearchFound, SearchGroup } from '@shared/contract/search'
import { IconFileText, IconSearch } from '@tabler/icons-react'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { modules, placeOf } from '../../app/modules'
import { useCall } from '../../app/queries'
import { rememberOpened } from '../../app/recent'
import { errorSentence } from '../../app/toasts'
import { GroupChips } from '../../components/GroupChips'
import { ListEmpty } from '../../components/ListEmpty'
import { Marked } from '../../components/Marked'
import { searchOf, searchPlace } from './place'
import classes from './SearchPage.module.css'

/** As many as one looks through; the rest is found by another word. */
const most = 200

/** /search — all that was found, by kind. The words stand in the address, so that «назад» comes back to them. */
export function SearchPage() {
  const router = useRouter()
  const { text: stated, group } = searchOf(useSearch({ strict: false }))
  const [text, setText] = useState(stated)
  const [asked] = useDebouncedValue(text.trim(), 150)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  // Words typed elsewhere (Ctrl+K again) come by the address.
  const last = useRef(stated)
  useEffect(() => {
    if (stated === last.current) return
    last.current = stated
    setText(stated)
  }, [stated])
  useEffect(() => {
    if (asked === last.current) return
    last.current = asked
    router.history.replace(searchPlace(asked, group))
  }, [asked, group, router])
  const search = useCall(
    'search.everything',
    { text: asked, limit: most, group },
    { enabled: asked !== '', keepPrevious: true },
  )
  const choose = (next: SearchGroup | null) => router.history.replace(searchPlace(asked, next))
  return (
    <div className={classes.page}>
      <Title order={1} size="h2">
        Поиск
      </Title>
      <TextInput
        ref={box}
        size="md"
        leftSection={<IconSearch size={18} aria-hidden />}
        placeholder="Школа, человек, решение, учебник…"
        aria-label="Что найти"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {search.error && (
        <Alert color="red" title="Поиск не удался">
          {errorSentence(search.error)}
        </Alert>
      )}
      {asked === '' ? (
        <ListEmpty
          icon={IconSearch}
          title="Что найти?"
          text="Наберите имя, номер школы, слова из решения, дату заседания, ИНН или телефон. Форма слова, «ё», опечатки и раскладка клавиатуры не мешают."
        />
      ) : search.data ? (
        <Found found={search.data} group={group} onGroup={choose} />
      ) : (
        <Skeleton height={240} />
      )}
    </div>
  )
}

function Found({
  found,
  group,
  onGroup,
}: {
  found: SearchFound
  group: SearchGroup | null
  onGroup: (group: SearchGroup | null) => void
}) {
  return (
    <>
      {(found.counts.length > 0 || group !== null) && (
        <GroupChips counts={found.counts} chosen={group} onChoose={onGroup} />
      )}
      {found.hits.length > 0 && (found.understood !== null || found.forgiven) && (
        <Text size="sm" c="dimmed">
          {found.understood === null
            ? 'Точно таких слов вместе нет. Вот похожее:'
            : `Показано по запросу «${found.understood}»`}
        </Text>
      )}
      {found.hits.length === 0 ? (
        <ListEmpty icon={IconSearch} title="Ничего не нашлось" text="Проверьте слово или наберите только его начало." />
      ) : (
        <ol className={classes.list} aria-label="Найдено">
          {found.hits.map((hit) => {
            const place = placeOf(hit.record, hit.id, hit.within)
            const Icon = modules.find((one) => one.opens?.[hit.record] !== undefined)?.icon ?? IconFileText
            return (
              <li key={`${hit.record}:${hit.id}`}>
                <a
                  className={classes.hit}
                  href={place === null ? undefined : `#${place}`}
                  onClick={() => rememberOpened(hit)}
                >
                  <Icon size={18} aria-hidden />
                  <span className={classes.words}>
                    <span>
                      <Marked text={hit.title} marks={hit.marks} />
                    </span>
                    {hit.detail !== '' && <span className={classes.detail}>{hit.detail}</span>}
                  </span>
                </a>
              </li>
            )
          })}
        </ol>
      )}
      {found.hits.length === most && (
        <Text size="sm" c="dimmed">
          Показаны первые {most}. Добавьте слово, чтобы найти остальное.
        </Text>
      )}
    </>
  )
}
