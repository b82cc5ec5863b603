import type { ColumnSpec, ListSpec } from '@shared/contract/lists'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useCall } from '../../../app/queries'
import { groupedLines, type LineGroup, type Lines, lineGroups, plainLines } from './lines'
import { remember } from './remembered'
import type { ListBase } from './rows'

/** Values of one column the sheet makes heads of; the rest of a longer column is one last group. */
export const GROUPS_SHOWN = 2000

/** Which groups are closed: all but some, or only some. */
interface Closed {
  all: boolean
  except: ReadonlySet<string>
}
const allOpen: Closed = { all: false, except: new Set() }

export interface Groups {
  lines: Lines
  /** The column the list is grouped by. */
  by: ColumnSpec | undefined
  /** Groups by another column; null takes the groups away. */
  setBy: (column: string | null) => void
  toggle: (group: LineGroup, open: boolean) => void
  /** Opens or closes the group whose head is on this line; false when there is none. */
  toggleOn: (line: number) => boolean
  /** ←, → and Enter on the head of a group; false when the key is for someone else. */
  onKey: (event: KeyboardEvent, line: number) => boolean
  setAll: (open: boolean) => void
  /** As `papers.listPage` takes it. */
  closed: { all: boolean; except: string[] }
  /** There are more values than the sheet has heads for. */
  isCut: boolean
  error: Error | null
}

/** Lines of the sheet: the list's rows, under heads where it is grouped. */
export function useGroups(
  spec: ListSpec,
  base: ListBase,
  rows: number,
  setBy: (column: string | null) => void,
): Groups {
  const by = base.group ?? null
  const [closed, setClosed] = useState<Closed>(allOpen)
  const answer = useCall(
    'lists.groups',
    { list: spec.name, query: base, by: by ?? '', limit: GROUPS_SHOWN },
    { enabled: by !== null, keepPrevious: true },
  )
  // While another filter is counted the former heads stay; heads of another column would be wrong.
  const counted = useRef(by)
  if (answer.data && !answer.isPlaceholderData) counted.current = by
  const found = by !== null && counted.current === by ? answer.data : undefined

  useEffect(() => {
    remember(spec.name, { group: by })
    setClosed(allOpen)
  }, [spec.name, by])

  const lines = useMemo(() => {
    if (!found) return plainLines(rows)
    return groupedLines(lineGroups(found, rows), (group) => closed.all !== closed.except.has(group.key))
  }, [found, rows, closed])
  const isCut = answer.data?.more === true && by !== null
  const error = by === null ? null : answer.error
  return useMemo(() => {
    const toggle = (group: LineGroup, open: boolean) =>
      setClosed((now) => {
        const except = new Set(now.except)
        if (open === now.all) except.add(group.key)
        else except.delete(group.key)
        return { all: now.all, except }
      })
    return {
      lines,
      by: spec.columns.find((column) => column.key === by),
      setBy,
      toggle,
      toggleOn: (line) => {
        const found = lines.at(line)
        if (found?.kind !== 'head') return false
        toggle(found.group, !found.isOpen)
        return true
      },
      onKey: (event, line) => {
        const found = lines.at(line)
        if (found?.kind !== 'head' || event.ctrlKey || event.shiftKey || event.altKey) return false
        if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') toggle(found.group, event.key === 'ArrowRight')
        else if (event.key === 'Enter' || event.key === ' ') toggle(found.group, !found.isOpen)
        else return false
        event.preventDefault()
        return true
      },
      closed: { all: closed.all, except: [...closed.except] },
      setAll: (open) => setClosed({ all: !open, except: new Set() }),
      isCut,
      error,
    }
  }, [spec, lines, closed, by, setBy, isCut, error])
}
