import { formatNumber } from '@shared/domain/text/plural'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import classes from './Match.module.css'
import type { Matches } from './useMatches'

const ROW = 56

export interface BookListProps {
  matches: Matches
  chosen: number
  onChoose: (index: number) => void
  /** Rows on screen. */
  onVisible: (from: number, to: number) => void
  /** → or Enter: into the offers. */
  onEnter: () => void
}

/** Books where something is offered and something lacking; ↑ ↓ choose. */
export function BookList({ matches, chosen, onChoose, onVisible, onEnter }: BookListProps) {
  const box = useRef<HTMLDivElement>(null)
  const total = matches.total ?? 0
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 6,
    useFlushSync: false,
  })
  const items = rows.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => onVisible(first, last), [first, last, onVisible])

  const choose = (index: number) => {
    const next = Math.max(0, Math.min(index, total - 1))
    onChoose(next)
    rows.scrollToIndex(next, { align: 'auto' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? ROW) / ROW) - 1)
    const target: Record<string, number> = {
      ArrowDown: chosen + 1,
      ArrowUp: chosen - 1,
      PageDown: chosen + page,
      PageUp: chosen - page,
      Home: 0,
      End: total - 1,
    }
    const next = target[event.key]
    if (next !== undefined) choose(next)
    else if (event.key === 'Enter' || event.key === 'ArrowRight') onEnter()
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={box}
      className={classes.books}
      role="listbox"
      tabIndex={0}
      aria-label="Учебники"
      aria-activedescendant={items.some((item) => item.index === chosen) ? `match-book-${chosen}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const group = matches.groupAt(item.index)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the list
            <div
              key={item.key}
              id={`match-book-${item.index}`}
              role="option"
              // The list has the focus, aria-activedescendant moves.
              tabIndex={-1}
              aria-selected={item.index === chosen}
              aria-posinset={item.index + 1}
              aria-setsize={total}
              className={classes.book}
              style={{ height: ROW, transform: `translateY(${item.start}px)` }}
              onClick={() => choose(item.index)}
            >
              {group ? (
                <>
                  <span className={classes.bookTitle}>{group.title}</span>
                  <span className={classes.bookFigures}>
                    свободно {formatNumber(group.free)} · не хватает {formatNumber(group.unmet)}
                  </span>
                </>
              ) : (
                <span className={classes.skeleton} />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
