import { Modal, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { SearchFound, SearchGroup } from '@shared/contract/search'
import { counted } from '@shared/domain/text/plural'
import { IconListSearch, IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { GroupChips, groupsOf } from '../components/GroupChips'
import { Marked } from '../components/Marked'
import { searchPlace } from '../modules/search/place'
import { act } from './actions'
import classes from './CommandPalette.module.css'
import { useGo } from './navigation'
import { commandEntries, hitEntries, type PaletteEntry } from './paletteEntries'
import { useCall } from './queries'
import { recentRecords, rememberOpened } from './recent'
import { errorSentence } from './toasts'

/**
 * Ctrl+K: one box for every record, section and command. It opens without a transition and takes the focus in the same
 * task: what is typed right after the key is for it, and not for the field the focus was in.
 */
export function CommandPalette({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={720}
      padding={0}
      yOffset="8vh"
      centered={false}
      transitionProps={{ duration: 0 }}
      returnFocus={false}
    >
      <Modal.Overlay />
      <Modal.Content aria-label="Поиск записей и команд">
        <Palette onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  )
}

/** The box has the focus as soon as it is drawn; when it goes, the place it was taken from has it again. */
function useFocusAtOnce(): RefObject<HTMLInputElement | null> {
  const box = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    const input = box.current
    const before = document.activeElement
    input?.focus({ preventScroll: true })
    return () => {
      const isOurs = document.activeElement === input || document.activeElement === document.body
      if (isOurs && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  return box
}

const shown = 12

function Palette({ onClose }: { onClose: () => void }) {
  const id = useId()
  const go = useGo()
  const list = useRef<HTMLDivElement>(null)
  const box = useFocusAtOnce()
  const [text, setText] = useState('')
  const [group, setGroup] = useState<SearchGroup | null>(null)
  const [asked] = useDebouncedValue(text.trim(), 60)
  const [recent] = useState(recentRecords)
  /** The entry moved to; null is the first. Named, not numbered: answers come while one moves, and put others before it. */
  const [active, setActive] = useState<string | null>(null)
  const isEmpty = text.trim() === ''
  const search = useCall(
    'search.everything',
    { text: asked, limit: shown, group },
    { enabled: asked !== '', keepPrevious: true },
  )
  const named = useCall('search.named', { records: recent }, { enabled: recent.length > 0 })
  const found = isEmpty ? null : (search.data ?? null)
  const entries = isEmpty ? [...hitEntries(named.data ?? []), ...commandEntries('')] : entriesOf(text, group, found)
  const at = entries.findIndex((entry) => entry.key === active)
  const chosen = Math.max(0, at)
  // Enter typed faster than the answer waits for it: what stands first now belongs to the letters before.
  const isSettled = asked === text.trim() && !search.isFetching
  const [isWaiting, setWaiting] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text means another list
  useEffect(() => setActive(null), [text, group])
  useEffect(() => {
    list.current?.querySelector(`[data-index="${chosen}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  useEffect(() => {
    if (!isWaiting || !isSettled) return
    setWaiting(false)
    take(entries[0])
  })

  const take = (entry: PaletteEntry | undefined) => {
    if (!entry) return
    onClose()
    if (entry.hit) rememberOpened(entry.hit)
    if (entry.path !== undefined) go(entry.path)
    if (entry.action !== undefined) act(entry.action)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const move = moves[event.key]
    if (move !== undefined) {
      event.preventDefault()
      setActive(entries[Math.max(0, Math.min(entries.length - 1, chosen + move))]?.key ?? null)
    } else if (event.key === 'Tab' && found && found.counts.length > 0) {
      event.preventDefault()
      const groups = groupsOf(found.counts, group)
      const next = groups.indexOf(group) + (event.shiftKey ? -1 : 1)
      setGroup(groups.at(next % groups.length) ?? null)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (isSettled || at >= 0) take(entries[chosen])
      else setWaiting(true)
    }
  }
  return (
    <div>
      <TextInput
        ref={box}
        data-autofocus
        size="md"
        variant="unstyled"
        className={classes.input}
        leftSection={<IconSearch size={18} aria-hidden />}
        placeholder="Школа, человек, решение, учебник, команда…"
        aria-label="Найти запись или команду"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={entries.length > 0 ? `${id}-${chosen}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          if (event.currentTarget.value.trim() === '') setGroup(null)
        }}
        onKeyDown={onKeyDown}
      />
      {search.error && (
        <Text c="var(--mantine-color-error)" size="sm" px="md" py="xs">
          {errorSentence(search.error)}
        </Text>
      )}
      {found && (found.counts.length > 0 || group !== null) && (
        <div className={classes.chips}>
          <GroupChips counts={found.counts} chosen={group} onChoose={setGroup} tabs={false} />
        </div>
      )}
      {found && entries[0]?.hit && (found.understood !== null || found.forgiven) && (
        <Text size="sm" c="dimmed" px="md" pt={6}>
          {found.understood === null
            ? 'Точно таких слов вместе нет. Вот похожее:'
            : `Показано по запросу «${found.understood}»`}
        </Text>
      )}
      <div className={classes.body}>
        {/* What scrolls is the listbox itself: a scroller around it would have to take the focus. */}
        <div ref={list} id={`${id}-list`} className={classes.list} role="listbox" aria-label="Найдено">
          {entries.map((entry, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the box, aria-activedescendant moves
            // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the keys
            <div
              key={entry.key}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === chosen}
              data-index={index}
              className={classes.entry}
              onClick={() => take(entry)}
              onMouseMove={() => setActive(entry.key)}
            >
              <entry.icon size={17} aria-hidden />
              <span className={classes.title}>
                <Marked text={entry.title} marks={entry.marks ?? []} />
              </span>
              <span className={classes.detail}>{entry.detail}</span>
            </div>
          ))}
        </div>
        {entries.length === 0 && !search.isFetching && (
          <Text size="sm" c="dimmed" p="md">
            Ничего не нашлось. Проверьте слово или наберите только его начало.
          </Text>
        )}
      </div>
      <p className={classes.keys}>
        {found && found.counts.length > 0 && (
          <span>
            <kbd>Tab</kbd> только одно из найденного
          </span>
        )}
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> выбрать
        </span>
        <span>
          <kbd>Enter</kbd> открыть
        </span>
        <span>
          <kbd>Esc</kbd> закрыть
        </span>
      </p>
    </div>
  )
}

/** Records, then the way to the rest of them, then commands; what was found only by forgiving stands after the commands. */
function entriesOf(text: string, group: SearchGroup | null, found: SearchFound | null): PaletteEntry[] {
  const commands = group === null ? commandEntries(text) : []
  if (!found) return commands
  const hits = hitEntries(found.hits)
  const records = hits.length === 0 ? [] : [...hits, ...restEntry(text, group, found)]
  return found.forgiven ? [...commands, ...records] : [...records, ...commands]
}

function restEntry(text: string, group: SearchGroup | null, { counts, hits }: SearchFound): PaletteEntry[] {
  const all = counts.reduce((sum, one) => sum + (group === null || one.group === group ? one.count : 0), 0)
  const rest = all - hits.length
  if (rest <= 0) return []
  return [
    {
      key: 'rest',
      title: `Показать все: ещё ${counted(rest, ['запись', 'записи', 'записей'])}`,
      detail: '',
      icon: IconListSearch,
      path: searchPlace(text.trim(), group),
    },
  ]
}
