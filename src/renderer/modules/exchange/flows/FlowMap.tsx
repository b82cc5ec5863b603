// biome-ignore-all lint/a11y/useSemanticElements: parts of a drawing are no HTML buttons
import { formatNumber } from '@shared/domain/text/plural'
import type { GatheredFlows } from '@shared/papers/flows/gather'
import { layOut, type PlacedEnd, type PlacedRibbon, restPath, ribbonPath } from '@shared/papers/flows/layout'
import { endText, mapDescription, restText, ribbonText } from '@shared/papers/flows/words'
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import classes from './FlowMap.module.css'

export interface FlowMapProps {
  flows: GatheredFlows
  /** A ribbon was chosen: the pair of its schools; null is the collection point. */
  onPair: (fromSchoolId: number | null, toSchoolId: number | null) => void
  /** The name of a school was chosen. */
  onSchool: (schoolId: number) => void
}

const FONT = 13
/** Of the bundled and usual office fonts; a little more than their mean, so that names are cut rather than run over. */
const LETTER_EM = 0.58
/** Of the picture; below it the names do not fit. */
const LEAST_WIDTH = 560
const ROW = 24
/** What a usual screen has for it. */
const HEIGHT = 500

interface Told {
  text: string
  x: number
  y: number
}

/** Who gives to whom, copies: givers left, receivers right. One tab stop; arrows go from ribbon to ribbon. */
export function FlowMap({ flows, onPair, onSchool }: FlowMapProps) {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(900)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setWidth(Math.max(LEAST_WIDTH, Math.min(1200, element.clientWidth)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const layout = useMemo(() => {
    const rows = Math.max(flows.givers.length, flows.receivers.length)
    // Few schools stand at ease, many as close as their names allow.
    const height = Math.max(200, Math.min(rows * ROW * 2.6, Math.max(HEIGHT, rows * ROW)))
    return layOut(flows, { width, height, font: FONT, letterEm: LETTER_EM, labelShare: 0.26 })
  }, [flows, width])
  /** From top to bottom, as the eye goes. */
  const inOrder = useMemo(() => [...layout.ribbons].sort((a, b) => a.y1 - b.y1 || a.y2 - b.y2), [layout])
  const [current, setCurrent] = useState(0)
  const [lit, setLit] = useState<{ kind: 'ribbon'; ribbon: PlacedRibbon } | { kind: 'end'; end: PlacedEnd } | null>(
    null,
  )
  const [told, setTold] = useState<Told | null>(null)
  const parts = useRef(new Map<PlacedRibbon, SVGGElement>())

  const isLit = (one: PlacedRibbon): boolean =>
    lit !== null && (lit.kind === 'ribbon' ? lit.ribbon === one : one.ribbon[lit.end.side] === lit.end.index)
  const light = (ribbon: PlacedRibbon, at: { x: number; y: number }) => {
    setLit({ kind: 'ribbon', ribbon })
    setTold({ text: ribbonText(flows, ribbon.ribbon), ...at })
  }
  const lightEnd = (end: PlacedEnd, text: string) => {
    setLit({ kind: 'end', end })
    setTold({ text, x: end.side === 'from' ? end.x : end.x - 160, y: end.middle })
  }
  const dark = () => {
    setLit(null)
    setTold(null)
  }
  const choose = ({ ribbon }: PlacedRibbon) => {
    const id = (ends: GatheredFlows['givers'], at: number | null) => (at === null ? null : (ends[at]?.id ?? null))
    onPair(id(flows.givers, ribbon.from), id(flows.receivers, ribbon.to))
  }
  const onKey = (event: KeyboardEvent, ribbon: PlacedRibbon) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      choose(ribbon)
      return
    }
    const place = inOrder.indexOf(ribbon)
    const next = nextPlace(event.key, place, inOrder.length)
    if (next === null) return
    event.preventDefault()
    setCurrent(next)
    const target = inOrder[next]
    if (target) parts.current.get(target)?.focus()
  }
  const middleOf = (one: PlacedRibbon) => ({ x: (one.x1 + one.x2) / 2, y: (one.y1 + one.y2) / 2 })
  const pointer = (event: { clientX: number; clientY: number }) => {
    const frame = box.current?.getBoundingClientRect()
    return { x: event.clientX - (frame?.left ?? 0), y: event.clientY - (frame?.top ?? 0) }
  }
  const giver = layout.ends.find((end) => end.side === 'from')
  const receiver = layout.ends.find((end) => end.side === 'to')
  return (
    <div ref={box} className={classes.box}>
      <div className={classes.heads} aria-hidden style={{ width: layout.width }}>
        <span style={{ width: (giver?.x ?? 0) + (giver?.width ?? 0) }}>Отдают, экз.</span>
        <span style={{ width: layout.width - (receiver?.x ?? 0) }}>Получают, экз.</span>
      </div>
      <svg
        className={classes.map}
        width={layout.width}
        height={layout.height}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        role="group"
        aria-label={mapDescription(flows)}
        data-lit={lit !== null || undefined}
        onPointerLeave={dark}
      >
        {layout.ends.map((end) =>
          end.restY === null ? null : (
            <path
              key={`rest-${end.side}-${end.index}`}
              className={classes.rest}
              d={restPath(end, layout.restLength, layout.scale)}
              onPointerEnter={() => lightEnd(end, restText(end.end, end.side))}
              onPointerLeave={dark}
            />
          ),
        )}
        {layout.ribbons.map((one) => (
          <g
            key={`${one.ribbon.from} ${one.ribbon.to}`}
            ref={(element) => {
              if (element) parts.current.set(one, element)
              else parts.current.delete(one)
            }}
            className={classes.ribbon}
            role="button"
            tabIndex={inOrder[current] === one || (current >= inOrder.length && inOrder[0] === one) ? 0 : -1}
            aria-label={`${ribbonText(flows, one.ribbon)}. Показать строки`}
            data-shade={one.shade}
            data-lit={isLit(one) || undefined}
            onPointerEnter={(event) => light(one, pointer(event))}
            onPointerMove={(event) => light(one, pointer(event))}
            onPointerLeave={dark}
            onFocus={() => light(one, middleOf(one))}
            onBlur={dark}
            onClick={() => choose(one)}
            onKeyDown={(event) => onKey(event, one)}
          >
            <RibbonShape one={one} />
          </g>
        ))}
        {layout.ribbons.map((one) =>
          one.countAtStart || one.countAtEnd ? (
            <RibbonCounts key={`${one.ribbon.from} ${one.ribbon.to}`} one={one} isLit={isLit(one)} />
          ) : null,
        )}
        {layout.ends.map((end) => (
          <EndMark
            key={`${end.side}-${end.index}`}
            end={end}
            font={FONT}
            onLight={() => lightEnd(end, endText(end.end, end.side))}
            onDark={dark}
            onChoose={() => onSchool(end.end.id)}
          />
        ))}
        {layout.via && flows.via && (
          <g className={classes.end}>
            <rect x={layout.via.x} y={layout.via.y} width={layout.via.width} height={layout.via.height} />
            <text x={layout.via.x + layout.via.width / 2} y={FONT * 1.2} textAnchor="middle" className={classes.figure}>
              Пункт обмена: {flows.via.name}
            </text>
            <text x={layout.via.x + layout.via.width / 2} y={FONT * 2.4} textAnchor="middle">
              получает {formatNumber(flows.via.gets)}, выдаёт {formatNumber(flows.via.gives)}
            </text>
          </g>
        )}
      </svg>
      {told && (
        <div
          className={classes.told}
          aria-hidden
          style={{
            left: Math.max(0, Math.min(told.x + 14, width - 330)),
            top: told.y + 16,
          }}
        >
          {told.text}
        </div>
      )}
    </div>
  )
}

function nextPlace(key: string, place: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return Math.min(count - 1, place + 1)
    case 'ArrowUp':
    case 'ArrowLeft':
      return Math.max(0, place - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

function RibbonShape({ one }: { one: PlacedRibbon }) {
  const { d, isOutline } = ribbonPath(one)
  const width = Math.max(one.width, 0.8)
  return (
    <>
      {isOutline ? (
        <path d={d} className={classes.wide} />
      ) : (
        <>
          <path d={d} className={classes.casing} strokeWidth={width + 1.6} />
          <path d={d} className={classes.line} strokeWidth={width} />
          {/* A hair is hard to hit. */}
          <path d={d} className={classes.hit} strokeWidth={Math.max(width, 7)} />
        </>
      )}
    </>
  )
}

/** Figures on the wide ribbons; said by their names, so not part of them. */
function RibbonCounts({ one, isLit }: { one: PlacedRibbon; isLit: boolean }) {
  return (
    <g className={classes.counts} aria-hidden data-shade={one.shade} data-lit={isLit || undefined}>
      {one.countAtStart && (
        <text className={classes.count} x={one.x1 + 5} y={one.y1 + FONT * 0.32}>
          {formatNumber(one.ribbon.copies)}
        </text>
      )}
      {one.countAtEnd && (
        <text className={classes.count} x={one.x2 - 5} y={one.y2 + FONT * 0.32} textAnchor="end">
          {formatNumber(one.ribbon.copies)}
        </text>
      )}
    </g>
  )
}

interface EndMarkProps {
  end: PlacedEnd
  font: number
  onLight: () => void
  onDark: () => void
  onChoose: () => void
}

/** A school: its bar, figure and name. By keyboard it is chosen in the field above the map. */
function EndMark({ end, font, onLight, onDark, onChoose }: EndMarkProps) {
  const first = end.middle - ((end.lines.length - 1) / 2) * font * 1.15 + font * 0.34
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut of the mouse for the field above the map
    <g className={classes.end} onPointerEnter={onLight} onPointerLeave={onDark} onClick={onChoose}>
      <rect x={end.x} y={end.y} width={end.width} height={end.height} />
      <text x={end.countX} y={end.middle + font * 0.34} textAnchor="end" className={classes.figure}>
        {formatNumber(end.end.copies)}
      </text>
      {end.lines.map((line, index) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are their places
          key={index}
          x={end.labelX}
          y={first + index * font * 1.15}
          textAnchor={end.side === 'from' ? 'end' : 'start'}
        >
          {line}
        </text>
      ))}
    </g>
  )
}
