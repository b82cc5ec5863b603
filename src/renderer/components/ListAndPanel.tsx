import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { Group, type Layout, Panel, Separator } from 'react-resizable-panels'
import classes from './ListAndPanel.module.css'

interface FullPanel {
  value: boolean
  set: (full: boolean) => void
}

const FocusContext = createContext<() => void>(() => undefined)

/** Takes the keyboard from the list into the record's panel (Enter on a row). */
export function useFocusPanel(): () => void {
  return useContext(FocusContext)
}

const FullContext = createContext<FullPanel | null>(null)

/** Whether the side panel fills the place of the list; null outside `ListAndPanel`. */
export function useFullPanel(): FullPanel | null {
  return useContext(FullContext)
}

export interface ListAndPanelProps {
  /** Remembers the width under this name. */
  name: string
  list: ReactNode
  /** Null: no record is open. */
  panel: ReactNode | null
  /** Share of the width the panel opens with, in per cent. */
  panelSize?: string
}

/** A list that fills the screen, and the record opened from it beside it. */
export function ListAndPanel({ name, list, panel, panelSize = '48' }: ListAndPanelProps) {
  const [isFull, setFull] = useState(false)
  const full = useMemo(() => ({ value: isFull, set: setFull }), [isFull])
  const side = useRef<HTMLDivElement>(null)
  const main = useRef<HTMLDivElement>(null)
  const focusPanel = useMemo(
    () => () => {
      // The panel may only now be on its way, and a record still loading has no fields yet.
      requestAnimationFrame(() => {
        const panelElement = side.current?.querySelector<HTMLElement>('[data-record-panel]')
        if (panelElement) panelElement.focus()
        else setTimeout(() => side.current?.querySelector<HTMLElement>('[data-record-panel]')?.focus(), 120)
      })
    },
    [],
  )
  // A closed panel gives the keyboard back to the list.
  const isOpen = panel !== null
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (wasOpen.current && !isOpen)
      main.current
        ?.querySelector<HTMLElement>('[role="grid"], [role="treegrid"], [role="listbox"][tabindex="0"]')
        ?.focus({ preventScroll: true })
    wasOpen.current = isOpen
  }, [isOpen])
  const key = `layout:${name}`
  const remember = (layout: Layout) => {
    if (panel !== null && !isFull) localStorage.setItem(key, JSON.stringify(layout))
  }
  return (
    <FocusContext value={focusPanel}>
      <FullContext value={full}>
        <Group
          className={classes.group}
          orientation="horizontal"
          defaultLayout={readLayout(key)}
          onLayoutChanged={remember}
          resizeTargetMinimumSize={{ coarse: 28, fine: 12 }}
        >
          {!(isFull && panel !== null) && (
            <Panel id="list" minSize={320} className={classes.list} elementRef={main}>
              {list}
            </Panel>
          )}
          {panel !== null && !isFull && <Separator className={classes.separator} aria-label="Ширина карточки" />}
          {panel !== null && (
            <Panel id="panel" minSize={420} defaultSize={panelSize} className={classes.side} elementRef={side}>
              {panel}
            </Panel>
          )}
        </Group>
      </FullContext>
    </FocusContext>
  )
}

function readLayout(key: string): Layout | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return typeof stored === 'object' && stored !== null ? (stored as Layout) : undefined
  } catch {
    return undefined
  }
}
