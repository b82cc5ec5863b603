import { Button } from '@mantine/core'
import type { Report, ReportSection } from '@shared/contract/reports'
import { counted } from '@shared/domain/text/plural'
import {
  IconAlertTriangle,
  IconChartBar,
  IconEye,
  IconEyeOff,
  IconPencil,
  IconPlus,
  IconTable,
  IconTextCaption,
} from '@tabler/icons-react'
import { type KeyboardEvent, memo, type ReactNode, useRef, useState } from 'react'
import type { ReportMarks, SectionMarks } from '../model/marks'
import { changeSection, moveBy, type Place, toggleHidden } from '../model/steps'
import { pieceName, useComposer } from './ComposerContext'
import classes from './Outline.module.css'
import { useOutlineDrag } from './useOutlineDrag'

export interface OutlineProps {
  report: Report
  marks: ReportMarks
  place: Place | null
  /** The catalogue is open. */
  adding: boolean
  onAdd: () => void
  /** Of a submitted report: what has changed since; null for any other. */
  onDifferences: (() => void) | null
}

/** The left pane: sections and, under the one being worked on, its pieces. One stop of Tab; arrows go along it. */
export const Outline = memo(function Outline({ report, marks, place, adding, onAdd, onDifferences }: OutlineProps) {
  const { readOnly } = useComposer()
  const root = useRef<HTMLDivElement>(null)
  const drag = useOutlineDrag(report)
  return (
    <div className={classes.outline}>
      {onDifferences && (
        <button
          type="button"
          className={classes.differences}
          aria-current={place === null || undefined}
          onClick={onDifferences}
        >
          После сдачи
        </button>
      )}
      <div
        ref={root}
        role="tree"
        aria-label="Разделы отчёта"
        className={classes.tree}
        onKeyDown={(event) => walk(root.current, event)}
      >
        {report.sections.map((section) => (
          <SectionEntry
            key={section.uid}
            section={section}
            marks={marks.get(section.uid)}
            open={place?.section === section.uid ? place : null}
            isFirst={place === null && section === report.sections[0]}
            drag={drag}
          />
        ))}
      </div>
      {report.sections.length === 0 && <p className={classes.none}>Разделов пока нет: добавьте первый.</p>}
      {!readOnly && (
        <Button
          size="xs"
          variant={adding ? 'light' : 'default'}
          leftSection={<IconPlus size={15} aria-hidden />}
          className={classes.add}
          aria-pressed={adding}
          onClick={onAdd}
        >
          Добавить раздел
        </Button>
      )}
    </div>
  )
})

type Drag = ReturnType<typeof useOutlineDrag>

interface SectionEntryProps {
  section: ReportSection
  marks: SectionMarks | undefined
  /** The place being worked on, where it is in this section. */
  open: Place | null
  isFirst: boolean
  drag: Drag
}

const SectionEntry = memo(function SectionEntry({ section, marks, open, isFirst, drag }: SectionEntryProps) {
  const { catalogue } = useComposer()
  const own = { section: section.uid, piece: null }
  return (
    <>
      <Entry
        place={own}
        level={1}
        name={section.title}
        hidden={section.hidden}
        isCurrent={open !== null && open.piece === null}
        isStop={(open !== null && open.piece === null) || isFirst}
        expanded={open !== null}
        drag={drag}
        marks={<SectionSigns marks={section.hidden ? undefined : marks} />}
        words={section.hidden ? '' : signWords(marks?.changed ?? 0, marks?.unaccepted ?? 0)}
      />
      {open !== null &&
        section.pieces.map((piece) => {
          const mark = marks?.pieces.get(piece.uid)
          const part = catalogue.find((spec) => spec.kind === section.kind)?.parts.find((one) => one.key === piece.part)
          return (
            <Entry
              key={piece.uid}
              place={{ section: section.uid, piece: piece.uid }}
              level={2}
              name={pieceName(section, piece.uid, catalogue)}
              icon={piece.part === '' ? icons.own : icons[part?.form ?? 'text']}
              hidden={piece.hidden || section.hidden}
              isCurrent={open.piece === piece.uid}
              isStop={open.piece === piece.uid}
              drag={drag}
              words={
                piece.hidden || mark === undefined ? '' : signWords(mark.changes.length, mark.state === 'new' ? 1 : 0)
              }
              marks={
                piece.hidden || mark === undefined ? null : mark.state === 'changed' ? (
                  <span className={classes.changed} data-count={mark.changes.length}>
                    <IconAlertTriangle size={13} />
                  </span>
                ) : mark.state === 'new' ? (
                  <span className={classes.dot} title="Не принято" />
                ) : null
              }
            />
          )
        })}
    </>
  )
})

const icons = {
  own: <IconPencil size={14} aria-label="мой текст" role="img" />,
  text: <IconTextCaption size={14} aria-label="сказанное по данным" role="img" />,
  table: <IconTable size={14} aria-label="таблица" role="img" />,
  chart: <IconChartBar size={14} aria-label="диаграмма" role="img" />,
} as const

function SectionSigns({ marks }: { marks: SectionMarks | undefined }) {
  if (!marks) return null
  if (marks.changed > 0) {
    return (
      <span
        className={classes.changed}
        data-count={marks.changed}
        title={`Изменилось: ${counted(marks.changed, ['число', 'числа', 'чисел'])}`}
      >
        <IconAlertTriangle size={13} />
      </span>
    )
  }
  if (marks.unaccepted === 0) return null
  return <span className={classes.dot} title="Не всё принято" />
}

interface EntryProps {
  place: Place
  level: 1 | 2
  name: string
  icon?: ReactNode
  hidden: boolean
  isCurrent: boolean
  /** Where Tab comes to. */
  isStop: boolean
  expanded?: boolean
  drag: Drag
  /** Signs beside the name, and what they say. */
  marks: ReactNode
  words: string
}

function Entry({ place, level, name, icon, hidden, isCurrent, isStop, expanded, drag, marks, words }: EntryProps) {
  const composer = useComposer()
  const { readOnly } = composer
  const [renaming, setRenaming] = useState(false)
  const canRename = level === 1 && !readOnly
  const onKeyDown = (event: KeyboardEvent) => {
    if (renaming || event.target !== event.currentTarget) return
    if (event.key === 'Enter') composer.show(place, { focus: true })
    else if (readOnly) return
    else if (event.key === 'F2' && canRename) setRenaming(true)
    else if (event.key === ' ') composer.commit(toggleHidden(place))
    else if (event.key === 'Delete') composer.remove(place)
    else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown'))
      composer.commit(moveBy(place, event.key === 'ArrowUp' ? -1 : 1))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const rename = (title: string | null) => {
    setRenaming(false)
    const next = title?.replace(/\s+/gu, ' ').trim()
    if (next)
      composer.commit(changeSection(place.section, (now) => (now.title === next ? now : { ...now, title: next })))
  }
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-selected={isCurrent}
      aria-expanded={expanded}
      aria-label={`${name}${hidden ? ', скрыто' : ''}${words}`}
      tabIndex={isStop ? 0 : -1}
      className={classes.entry}
      data-level={level}
      data-hidden={hidden || undefined}
      data-place={`${place.section}/${place.piece ?? ''}`}
      title={readOnly ? undefined : 'Alt+↑, Alt+↓ — переставить; пробел — скрыть; Delete — убрать'}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        if (event.target === event.currentTarget && !isCurrent) composer.show(place)
      }}
      onClick={() => composer.show(place)}
      onDoubleClick={() => canRename && setRenaming(true)}
      {...(renaming || readOnly ? {} : drag.on(place))}
    >
      {icon !== undefined && <span className={classes.icon}>{icon}</span>}
      {renaming ? (
        <input
          className={classes.rename}
          aria-label="Заголовок раздела"
          defaultValue={name}
          // biome-ignore lint/a11y/noAutofocus: it opens for typing
          autoFocus
          onFocus={(event) => event.currentTarget.select()}
          onBlur={(event) => rename(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== 'Escape') return event.stopPropagation()
            event.preventDefault()
            event.stopPropagation()
            const entry = event.currentTarget.closest<HTMLElement>('[role="treeitem"]')
            rename(event.key === 'Enter' ? event.currentTarget.value : null)
            entry?.focus()
          }}
        />
      ) : (
        <span className={classes.name}>{name}</span>
      )}
      <span className={classes.signs} aria-hidden>
        {marks}
      </span>
      {!readOnly && (
        <button
          type="button"
          tabIndex={-1}
          className={classes.eye}
          title={hidden ? 'Показать в отчёте' : 'Скрыть из отчёта'}
          aria-label={`${hidden ? 'Показать' : 'Скрыть'}: ${name}`}
          onClick={(event) => {
            event.stopPropagation()
            composer.commit(toggleHidden(place))
          }}
        >
          {hidden ? <IconEyeOff size={15} aria-hidden /> : <IconEye size={15} aria-hidden />}
        </button>
      )}
    </div>
  )
}

/** For a screen reader, after the name. */
function signWords(changed: number, unaccepted: number): string {
  if (changed > 0) return `, изменилось чисел: ${changed}`
  return unaccepted > 0 ? ', не принято' : ''
}

/** Arrows along the tree. */
function walk(root: HTMLElement | null, event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.defaultPrevented || !(event.target instanceof HTMLElement)) return
  if (event.target.getAttribute('role') !== 'treeitem') return
  const entries = [...(root?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [])]
  const at = entries.indexOf(event.target)
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: entries.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  entries[Math.max(0, Math.min(entries.length - 1, to))]?.focus()
}
