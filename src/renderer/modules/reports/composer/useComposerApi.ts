import type { Report, SectionSpec } from '@shared/contract/reports'
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { undoLast } from '../../../app/queries'
import { showDone } from '../../../app/toasts'
import type { DocumentEditing, LiveDocument } from '../../../app/useDocumentEditing'
import { useSideOpen } from '../../../components/panes'
import { nextAttention, type ReportMarks } from '../model/marks'
import { neighbourOf, type Place, pieceAt, removePlace, sectionAt } from '../model/steps'
import type { Composer, FigureAddress } from './ComposerContext'
import type { SideTab } from './SidePane'

interface Asked {
  report: Report
  editing: DocumentEditing<Report>
  catalogue: readonly SectionSpec[]
  readOnly: boolean
  root: RefObject<HTMLElement | null>
}

export type MiddlePane = 'section' | 'catalogue' | 'submit'

/** Where the work is, and what the panes ask of each other. */
export function useComposerApi({ report, editing, catalogue, readOnly, root }: Asked) {
  const [wanted, setPlace] = useState<Place | null>(null)
  const [middle, setMiddle] = useState<MiddlePane>('section')
  const [tab, setTab] = useState<SideTab>('page')
  const [open, setOpen] = useSideOpen('report')
  const [figure, setFigure] = useState<FigureAddress | null>(null)
  /** What had the focus when a number was asked about. */
  const asker = useRef<HTMLElement | null>(null)
  const focus = useRef<Place | null>(null)
  const latest = useRef({ open, setOpen })
  latest.current = { open, setOpen }
  // A place may be gone by an undo or another window's change.
  const place = existing(report, wanted) ?? (readOnly ? null : firstPlace(report))

  const show = useCallback((next: Place, options: { focus?: boolean } = {}) => {
    setMiddle('section')
    if (options.focus) focus.current = next
    setPlace((now) => (now?.section === next.section && now.piece === next.piece && !options.focus ? now : { ...next }))
  }, [])
  // After the drawing that shows the place.
  useLayoutEffect(() => {
    const next = focus.current
    if (!next || !root.current) return
    const found = fieldOf(root.current, next)
    if (!found) return
    focus.current = null
    found.focus({ preventScroll: true })
    found.scrollIntoView({ block: 'nearest' })
  })
  useLayoutEffect(() => {
    if (wanted?.piece == null || !root.current) return
    cardOf(root.current, wanted.piece)?.scrollIntoView({ block: 'nearest' })
  }, [wanted, root])

  const trace = useCallback((next: FigureAddress) => {
    const active = document.activeElement
    if (active instanceof HTMLElement && active.closest('[data-pane="side"]') === null) asker.current = active
    setFigure({ ...next })
    if (!latest.current.open) latest.current.setOpen(true)
  }, [])
  const closeFigure = useCallback(() => {
    setFigure(null)
    asker.current?.focus({ preventScroll: true })
  }, [])
  const { change, commit, type } = editing
  // A submitted report is not the one that was being worked on.
  const live = useMemo(() => (readOnly ? still(report) : editing.live), [readOnly, report, editing.live])
  const remove = useCallback(
    (gone: Place) => {
      const next = neighbourOf(live.value(), gone)
      commit(removePlace(gone))
      setPlace(next)
      focusEntry(root, next)
      showDone(gone.piece === null ? 'Раздел убран' : 'Убрано из раздела', {
        label: 'Отменить',
        run: () => void undoLast(),
      })
    },
    [commit, root, live],
  )
  const composer = useMemo<Composer>(
    () => ({ readOnly, catalogue, show, type, change, commit, remove, trace, live }),
    [readOnly, catalogue, show, type, change, commit, remove, trace, live],
  )
  return {
    composer,
    place,
    middle,
    setMiddle,
    /** To the whole of a submitted report. */
    showNothing: () => setPlace(null),
    showNext: (marks: ReportMarks) => {
      const next = nextAttention(live.value(), marks, place)
      if (next) show(next.place, { focus: true })
    },
    side: { open, setOpen, tab, setTab },
    figure,
    closeFigure,
  }
}

const still = (report: Report): LiveDocument<Report> => ({ value: () => report, subscribe: () => () => undefined })

function existing(report: Report, place: Place | null): Place | null {
  if (!place || !sectionAt(report, place.section)) return null
  return place.piece === null || pieceAt(report, place) ? place : { section: place.section, piece: null }
}

function firstPlace({ sections: [first] }: Report): Place | null {
  return first ? { section: first.uid, piece: null } : null
}

const cardOf = (root: HTMLElement, piece: string) =>
  root.querySelector<HTMLElement>(`[data-piece-card="${CSS.escape(piece)}"]`)

/** Her text where there is one, else the first thing that can be done with the piece; of a section its title. */
function fieldOf(root: HTMLElement, { piece }: Place): HTMLElement | null {
  const within = piece === null ? root.querySelector<HTMLElement>('[data-pane="section"]') : cardOf(root, piece)
  return within?.querySelector<HTMLElement>('textarea, input') ?? within?.querySelector<HTMLElement>('button') ?? null
}

/** The outline keeps the keyboard when what it stood on is taken away. */
function focusEntry(root: RefObject<HTMLElement | null>, place: Place | null): void {
  const active = document.activeElement
  if (!place || !(active instanceof HTMLElement) || active.getAttribute('role') !== 'treeitem') return
  setTimeout(() => {
    const name = CSS.escape(`${place.section}/${place.piece ?? ''}`)
    root.current?.querySelector<HTMLElement>(`[data-place="${name}"]`)?.focus()
  }, 0)
}
