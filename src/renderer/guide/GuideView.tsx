import { ActionIcon, Modal, Text, TextInput, Tooltip } from '@mantine/core'
import {
  IconArrowLeft,
  IconArrowRight,
  IconArrowsMaximize,
  IconArrowsMinimize,
  IconList,
  IconSearch,
  IconX,
} from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Contents } from './Contents'
import { chapter, chapters, FRONT } from './chapters'
import classes from './Guide.module.css'
import { headingId, Markdown } from './Markdown'
import { guideIndex, searchGuide } from './search'
import { closeGuide, guideBack, guideForward, openGuide, useGuide } from './state'

export interface GuideViewProps {
  isFull: boolean
  onFull: (full: boolean) => void
}

/** The guide: its contents, search over its text, the page that is read. */
export function GuideView({ isFull, onFull }: GuideViewProps) {
  const guide = useGuide()
  const { place, step } = guide
  const body = useRef<HTMLElement>(null)
  const [query, setQuery] = useState('')
  const [isListed, setListed] = useState(false)
  const [picture, setPicture] = useState<{ url: string; title: string } | null>(null)
  const shown = chapter(place.file) ?? chapter(FRONT)
  const index = useMemo(() => guideIndex(chapters), [])
  const hits = useMemo(() => searchGuide(index, query), [index, query])
  const isSearching = query.trim() !== ''

  // biome-ignore lint/correctness/useExhaustiveDependencies: each step shows its place, also one asked for again
  useEffect(() => {
    setQuery('')
    setListed(false)
  }, [step])
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above, once the page itself is back on screen
  useEffect(() => {
    if (isSearching || (isListed && !isFull)) return
    const heading = document.getElementById(headingId(place.heading))
    if (heading) heading.scrollIntoView({ block: 'start' })
    else body.current?.scrollTo({ top: 0 })
    // Focus in the text: arrows and Page Down scroll it at once.
    body.current?.focus({ preventScroll: true })
  }, [step, isSearching, isListed])

  const follow = (target: string) => {
    openGuide(target.startsWith('#') ? `${place.file}${target}` : target)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // The large picture is a dialog: its keys come here through the tree of components.
    const isInside = event.target instanceof Node && event.currentTarget.contains(event.target)
    if (event.defaultPrevented || !isInside) return
    if (event.key === 'Escape') {
      event.preventDefault()
      if (query !== '') setQuery('')
      else closeGuide()
    } else if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      event.preventDefault()
      if (event.key === 'ArrowLeft') guideBack()
      else guideForward()
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of everything inside
    <div className={classes.view} data-full={isFull || undefined} onKeyDown={onKeyDown}>
      <header className={classes.bar}>
        <Step label="Назад" isIdle={guide.back.length === 0} onClick={guideBack}>
          <IconArrowLeft size={18} aria-hidden />
        </Step>
        <Step label="Вперёд" isIdle={guide.forward.length === 0} onClick={guideForward}>
          <IconArrowRight size={18} aria-hidden />
        </Step>
        {!isFull && (
          <Step label="Содержание" isPressed={isListed} onClick={() => setListed(!isListed)}>
            <IconList size={18} aria-hidden />
          </Step>
        )}
        <TextInput
          size="xs"
          className={classes.search}
          placeholder="Найти в руководстве"
          aria-label="Найти в руководстве"
          leftSection={<IconSearch size={15} aria-hidden />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            const [first] = hits
            if (event.key === 'Enter' && first) follow(`${first.file}#${first.slug}`)
          }}
        />
        <Step label={isFull ? 'Вернуть экран' : 'На всё окно'} onClick={() => onFull(!isFull)}>
          {isFull ? <IconArrowsMinimize size={18} aria-hidden /> : <IconArrowsMaximize size={18} aria-hidden />}
        </Step>
        <Step label="Закрыть руководство (Esc)" onClick={closeGuide}>
          <IconX size={18} aria-hidden />
        </Step>
      </header>
      <div className={classes.columns}>
        {isFull && (
          <div className={classes.contentsSide}>
            <Contents here={place} onOpen={follow} />
          </div>
        )}
        <section ref={body} className={classes.body} tabIndex={-1} aria-label="Текст руководства">
          {isSearching ? (
            <Found hits={hits} onOpen={follow} />
          ) : isListed && !isFull ? (
            <Contents here={place} onOpen={follow} />
          ) : (
            shown && <Markdown tokens={shown.tokens} onLink={follow} onPicture={setPicture} />
          )}
        </section>
      </div>
      <Modal
        opened={picture !== null}
        onClose={() => setPicture(null)}
        title={picture?.title}
        size="min(1380px, 96vw)"
        zIndex={400}
      >
        {picture && <img src={picture.url} alt={picture.title} className={classes.large} />}
      </Modal>
    </div>
  )
}

function Found({ hits, onOpen }: { hits: ReturnType<typeof searchGuide>; onOpen: (target: string) => void }) {
  if (hits.length === 0) return <Text c="dimmed">В руководстве этого нет. Попробуйте другое слово.</Text>
  return (
    <ul className={classes.hits} aria-label="Найдено в руководстве">
      {hits.map((hit) => (
        <li key={`${hit.file}#${hit.slug}`}>
          <button type="button" className={classes.hit} onClick={() => onOpen(`${hit.file}#${hit.slug}`)}>
            <b>{hit.heading}</b>
            {hit.chapter !== hit.heading && <span className={classes.dim}> — {hit.chapter}</span>}
            <span className={classes.extract}>{hit.extract}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

interface StepProps {
  label: string
  isIdle?: boolean
  isPressed?: boolean
  onClick: () => void
  children: ReactNode
}

function Step({ label, isIdle = false, isPressed, onClick, children }: StepProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={isPressed ? 'light' : 'subtle'}
        color="gray"
        size={30}
        aria-label={label}
        aria-pressed={isPressed}
        aria-disabled={isIdle || undefined}
        className={isIdle ? classes.idle : undefined}
        onClick={() => !isIdle && onClick()}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
