// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the list, aria-activedescendant moves
// biome-ignore-all lint/a11y/useKeyWithClickEvents: keys are the list's
import { Button, Select } from '@mantine/core'
import {
  type Roadmap,
  type RoadmapBar,
  type RoadmapItemState,
  type RoadmapRecord,
  roadmapStates,
} from '@shared/contract/roadmaps'
import { todayIso } from '@shared/domain/dates'
import { sectionLine } from '@shared/domain/roadmap-numbers'
import { IconPrinter } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { useCall } from '../../../app/queries'
import { DueStateMark } from '../../../components/DueStateMark'
import { useFocusPanel } from '../../../components/ListAndPanel'
import { duesText } from '../model/cells'
import { type Line, linesOf } from '../model/lines'
import { dayAt, type Month, monthsOf, placeBars, type Range, rangeAt, rangesOf } from '../model/year'
import { Bar } from './Bar'
import { Legend } from './Legend'
import classes from './Year.module.css'

export interface YearViewProps {
  record: RoadmapRecord
  roadmap: Roadmap
  states: ReadonlyMap<string, RoadmapItemState>
  openUid: string | null
  onOpen: (uid: string) => void
  /** Shows it as it will print. */
  onPaper: () => void
}

type Row = Exclude<Line, { kind: 'section' }>

const titleOf = (row: Row): string => (row.kind === 'part' ? row.part.title : row.item.title) || 'Без названия'

/** The year at a glance: items by section, months across; keys walk the items, Enter opens one. */
export function YearView({ record, roadmap, states, openUid, onOpen, onPaper }: YearViewProps) {
  const id = useId()
  const focusPanel = useFocusPanel()
  const list = useRef<HTMLDivElement>(null)
  const today = todayIso(new Date())
  const ranges = useMemo(() => rangesOf(record.roadmap), [record.roadmap])
  const [title, setTitle] = useState<string | null>(null)
  const range = ranges.find((one) => one.title === title) ?? rangeAt(ranges, today)
  const lines = useMemo(() => linesOf(roadmap), [roadmap])
  const rows = useMemo(() => lines.flatMap((line) => (line.kind === 'section' ? [] : [line])), [lines])
  const [activeUid, setActive] = useState<string | null>(openUid)
  const [hovered, setHovered] = useState<string | null>(null)
  const bars = useCall(
    'roadmaps.bars',
    { id: record.id, from: range?.from ?? today, to: range?.to ?? today },
    { enabled: range !== undefined, keepPrevious: true },
  )
  const byUid = useMemo(() => grouped(bars.data ?? []), [bars.data])
  if (!range) return null

  const active = rows.find(({ uid }) => uid === activeUid) ?? rows[0]
  const told = rows.find(({ uid }) => uid === hovered) ?? active
  const onKeyDown = (event: KeyboardEvent) => {
    const at = active ? rows.indexOf(active) : 0
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: rows.length - 1,
    }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      const next = rows[Math.max(0, Math.min(rows.length - 1, to))]
      if (!next) return
      setActive(next.uid)
      document.getElementById(`${id}-${next.uid}`)?.scrollIntoView({ block: 'nearest' })
      if (openUid !== null) onOpen(next.uid)
    } else if ((event.key === 'Enter' || event.key === ' ') && active) {
      event.preventDefault()
      onOpen(active.uid)
      focusPanel()
    }
  }
  const months = monthsOf(range)
  const now = dayAt(range, today)
  return (
    <div className={classes.frame}>
      <div className={classes.tools}>
        <Select
          size="xs"
          aria-label="Какое время показать"
          allowDeselect={false}
          w={170}
          data={ranges.map((one) => one.title)}
          value={range.title}
          onChange={setTitle}
        />
        <Legend />
        <Button
          size="compact-sm"
          variant="default"
          ml="auto"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={onPaper}
        >
          На бумагу
        </Button>
      </div>
      <div className={classes.scroller}>
        <Head months={months} />
        <div
          ref={list}
          role="listbox"
          tabIndex={0}
          aria-label={`Пункты, ${range.title}`}
          aria-activedescendant={active ? `${id}-${active.uid}` : undefined}
          className={classes.list}
          onKeyDown={onKeyDown}
          onMouseLeave={() => setHovered(null)}
        >
          {sectionsOf(lines).map(({ section, rows: own }) => (
            // biome-ignore lint/a11y/useSemanticElements: options of one section
            <div key={section?.uid ?? 'none'} role="group" aria-label={section ? sectionLine(section) : 'Без раздела'}>
              {section && (
                <div className={classes.section} aria-hidden>
                  {sectionLine(section) || 'Раздел без названия'}
                </div>
              )}
              {own.map((row) => (
                <YearRow
                  key={row.uid}
                  id={`${id}-${row.uid}`}
                  row={row}
                  state={states.get(row.uid)}
                  bars={byUid.get(row.uid) ?? []}
                  range={range}
                  months={months}
                  isActive={row === active}
                  isOpen={row.uid === openUid}
                  onHover={() => setHovered(row.uid)}
                  onClick={() => {
                    setActive(row.uid)
                    onOpen(row.uid)
                  }}
                />
              ))}
            </div>
          ))}
          {now !== null && (
            <div className={classes.todayTrack} aria-hidden>
              <div className={classes.today} style={{ left: `${now}%` }}>
                <span>сегодня</span>
              </div>
            </div>
          )}
        </div>
        {rows.length === 0 && (
          <p className={classes.none}>Пунктов пока нет. Впишите их в таблицу: сроки лягут на месяцы сами.</p>
        )}
      </div>
      <p className={classes.told}>
        {told && (
          <>
            {told.number !== '' && <b>{told.number}. </b>}
            {titleOf(told)}
            <span>
              {duesText(told.kind === 'part' ? told.part.dues : told.item.dues) || 'срок не указан'}
              {states.get(told.uid) && ` · ${roadmapStates[states.get(told.uid)?.state ?? 'open']}`}
            </span>
          </>
        )}
      </p>
    </div>
  )
}

function Head({ months }: { months: readonly Month[] }) {
  const years = [...new Set(months.map(({ year }) => year))]
  return (
    <div className={classes.head} aria-hidden>
      <div className={classes.corner}>Пункт</div>
      <div className={classes.scale}>
        {years.length > 1 && (
          <div className={classes.years}>
            {years.map((year) => (
              <span
                key={year}
                style={{
                  width: `${months.filter((one) => one.year === year).reduce((sum, one) => sum + one.width, 0)}%`,
                }}
              >
                {year}
              </span>
            ))}
          </div>
        )}
        <div className={classes.months}>
          {months.map((month) => (
            <span key={month.from} style={{ width: `${month.width}%` }}>
              {months.length > 18 ? month.title.charAt(0) : month.title}
            </span>
          ))}
        </div>
      </div>
    </div>
  )
}

interface YearRowProps {
  id: string
  row: Row
  state: RoadmapItemState | undefined
  bars: readonly RoadmapBar[]
  range: Range
  months: readonly Month[]
  isActive: boolean
  isOpen: boolean
  onHover: () => void
  onClick: () => void
}

const LANE = 22

function YearRow({ id, row, state, bars, range, months, isActive, isOpen, onHover, onClick }: YearRowProps) {
  const placed = placeBars(bars, range)
  const lanes = Math.max(1, ...placed.map(({ lane }) => lane + 1))
  return (
    <div
      id={id}
      role="option"
      aria-selected={isOpen}
      className={classes.row}
      data-active={isActive || undefined}
      data-open={isOpen || undefined}
      data-kind={row.kind}
      onMouseEnter={onHover}
      onClick={onClick}
    >
      <div className={classes.name}>
        <span className={classes.number}>{row.number}</span>
        <span className={classes.title}>{titleOf(row)}</span>
        {state && <DueStateMark state={state.state} small words={state.state === 'partial' ? 'частично' : undefined} />}
      </div>
      <div className={classes.track} style={{ minHeight: lanes * LANE + 8 }}>
        {months.map((month) => (
          <span key={month.from} className={classes.month} style={{ width: `${month.width}%` }} />
        ))}
        {placed.map((bar) => (
          <Bar
            key={`${bar.from}:${bar.to}:${bar.text}:${bar.lane}`}
            bar={bar}
            state={state?.state ?? 'open'}
            top={4 + bar.lane * LANE}
          />
        ))}
      </div>
    </div>
  )
}

function sectionsOf(lines: readonly Line[]): { section: Line['section'] | null; rows: Row[] }[] {
  const groups: { section: Line['section'] | null; rows: Row[] }[] = []
  for (const line of lines) {
    if (line.kind === 'section') groups.push({ section: line.section, rows: [] })
    else if (groups.length === 0) groups.push({ section: null, rows: [line] })
    else groups.at(-1)?.rows.push(line)
  }
  return groups
}

function grouped(bars: readonly RoadmapBar[]): Map<string, RoadmapBar[]> {
  const groups = new Map<string, RoadmapBar[]>()
  for (const bar of bars) groups.set(bar.itemUid, [...(groups.get(bar.itemUid) ?? []), bar])
  return groups
}
