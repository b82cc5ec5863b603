import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import classes from './Guide.module.css'
import { GuideView } from './GuideView'

const KEY = 'guide:width'
const MIN = 320
const STEP = 24

const most = (): number => Math.round(window.innerWidth * 0.7)
const remembered = (): number =>
  Number(localStorage.getItem(KEY)) || Math.min(440, Math.round(window.innerWidth * 0.34))

export interface GuidePanelProps {
  isFull: boolean
  onFull: (full: boolean) => void
}

/** The guide beside the work; its width is the person's and remembered. */
export function GuidePanel({ isFull, onFull }: GuidePanelProps) {
  const panel = useRef<HTMLElement>(null)
  const [width, setWidth] = useState(remembered)
  const resize = (next: number) => {
    const fitting = Math.max(MIN, Math.min(next, most()))
    setWidth(fitting)
    localStorage.setItem(KEY, String(fitting))
  }
  useEffect(() => {
    panel.current?.style.setProperty('--guide-width', `${width}px`)
  }, [width])
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(window.innerWidth - event.clientX)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by: Record<string, number> = { ArrowLeft: STEP, ArrowRight: -STEP }
    const change = by[event.key]
    if (change === undefined || event.altKey) return
    event.preventDefault()
    resize(width + change)
  }
  return (
    <aside ref={panel} className={classes.panel} data-full={isFull || undefined} aria-label="Руководство">
      {!isFull && (
        // biome-ignore lint/a11y/useSemanticElements: a handle one can move is not a rule
        <div
          role="separator"
          tabIndex={0}
          aria-orientation="vertical"
          aria-label="Ширина руководства"
          aria-valuenow={width}
          aria-valuemin={MIN}
          aria-valuemax={most()}
          className={classes.separator}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={onPointerMove}
          onKeyDown={onKeyDown}
        />
      )}
      <GuideView isFull={isFull} onFull={onFull} />
    </aside>
  )
}
