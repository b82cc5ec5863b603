import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useRef } from 'react'
import classes from './Match.module.css'

export interface SideRow {
  id: number
  school: string
  /** Edition, year, price, condition. */
  detail: string
  /** «замена», «в первую очередь»: beside the school, in words. */
  mark: string
  copies: string
  /** Why it does not fit what is chosen on the other side; null when it does. */
  misfit: string | null
}

export interface SideListProps {
  /** «Излишки», «Потребности». */
  title: string
  /** What the figure at the right is: «свободно». */
  figure: ReactNode
  rows: readonly SideRow[]
  chosen: number | null
  onChoose: (id: number) => void
  onLeft: () => void
  onRight: () => void
  emptyText: string
  ref: Ref<HTMLDivElement>
}

/** One side of the meeting: schools that offer, or that lack; ↑ ↓ choose, ← → go to the other side. */
export function SideList(props: SideListProps) {
  const { rows, chosen, title } = props
  const active = rows.findIndex((row) => row.id === chosen)
  const idOf = (row: SideRow) => `match-${title}-${row.id}`
  const activeRow = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is the reason, not an ingredient
  useEffect(() => activeRow.current?.scrollIntoView({ block: 'nearest' }), [chosen])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      const next = rows[Math.max(0, Math.min(active + step, rows.length - 1))]
      if (next) props.onChoose(next.id)
    } else if (event.key === 'Home' || event.key === 'End') {
      const next = event.key === 'Home' ? rows[0] : rows.at(-1)
      if (next) props.onChoose(next.id)
    } else if (event.key === 'ArrowLeft') props.onLeft()
    else if (event.key === 'ArrowRight' || event.key === 'Enter') props.onRight()
    else return
    event.preventDefault()
  }
  return (
    <section className={classes.side} aria-label={title}>
      <h2 className={classes.sideHead}>
        {title}
        <span>{props.figure}</span>
      </h2>
      <div
        ref={props.ref}
        className={classes.sideList}
        role="listbox"
        tabIndex={0}
        aria-label={title}
        aria-activedescendant={rows[active] ? idOf(rows[active]) : undefined}
        onKeyDown={onKeyDown}
      >
        {rows.map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the list
          <div
            key={row.id}
            id={idOf(row)}
            ref={index === active ? activeRow : null}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            data-misfit={row.misfit !== null || undefined}
            className={classes.row}
            onClick={() => props.onChoose(row.id)}
          >
            <span className={classes.school}>
              {row.school}
              {row.mark !== '' && <span className={classes.mark}>{row.mark}</span>}
            </span>
            <span className={classes.copies}>{row.copies}</span>
            <span className={classes.detail}>
              {[row.detail, row.misfit === null ? '' : `не подходит: ${row.misfit}`].filter(Boolean).join(' · ')}
            </span>
          </div>
        ))}
        {rows.length === 0 && <p className={classes.none}>{props.emptyText}</p>}
      </div>
    </section>
  )
}
