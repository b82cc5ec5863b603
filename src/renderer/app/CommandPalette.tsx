import { Modal, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { act } from './actions'
import classes from './CommandPalette.module.css'
import { useGo } from './navigation'
import { commandEntries, hitEntries, type PaletteEntry } from './paletteEntries'
import { useCall } from './queries'
import { errorSentence } from './toasts'

/** Ctrl+K: one box for every record, section and command. */
export function CommandPalette({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal.Root opened={opened} onClose={onClose} size={640} padding={0} yOffset="8vh" centered={false}>
      <Modal.Overlay />
      <Modal.Content aria-label="Поиск записей и команд">
        <Palette onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  )
}

function Palette({ onClose }: { onClose: () => void }) {
  const id = useId()
  const go = useGo()
  const list = useRef<HTMLDivElement>(null)
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 100)
  /** The entry moved to; null is the first. Named, not numbered: answers come while one moves, and put others before it. */
  const [active, setActive] = useState<string | null>(null)
  const search = useCall('search.everything', { text: asked, limit: 20 }, { enabled: asked !== '', keepPrevious: true })
  const hits = text.trim() === '' ? [] : hitEntries(search.data ?? [])
  const entries: PaletteEntry[] = [...hits, ...commandEntries(text)]
  const found = entries.findIndex((entry) => entry.key === active)
  const chosen = Math.max(0, found)
  // Enter typed faster than the answer waits for it: what stands first now belongs to the letters before.
  const isSettled = asked === text.trim() && !search.isFetching
  const [isWaiting, setWaiting] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text means another list
  useEffect(() => setActive(null), [text])
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
    if (entry.path !== undefined) go(entry.path)
    if (entry.action !== undefined) act(entry.action)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const move = moves[event.key]
    if (move !== undefined) {
      event.preventDefault()
      setActive(entries[Math.max(0, Math.min(entries.length - 1, chosen + move))]?.key ?? null)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (isSettled || found >= 0) take(entries[chosen])
      else setWaiting(true)
    }
  }
  return (
    <div>
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        className={classes.input}
        leftSection={<IconSearch size={18} aria-hidden />}
        placeholder="Школа, человек, решение, команда…"
        aria-label="Найти запись или команду"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={entries.length > 0 ? `${id}-${chosen}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {search.error && (
        <Text c="var(--mantine-color-error)" size="sm" px="md" py="xs">
          {errorSentence(search.error)}
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
              <span className={classes.title}>{entry.title}</span>
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
    </div>
  )
}
