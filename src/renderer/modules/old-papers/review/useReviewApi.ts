import type { OldPaper, PaperWarning, RoadmapDraft, Understood } from '@shared/contract/old-papers'
import { useCallback, useMemo, useRef, useState } from 'react'
import { confirm, toCheck } from '../model/marks'
import type { ReviewApi, ReviewMarks } from './ReviewContext'
import { type Link, useLink } from './useLink'
import type { Reviewing } from './useReviewing'

export interface ReviewHands {
  api: ReviewApi
  marks: ReviewMarks
  link: Link
  /** To the next or the former of what wants a look. */
  walk: (by: 1 | -1) => void
  /** Agrees with the unsure field the keyboard is in, and goes on. */
  confirmHere: () => void
}

/** What the fields of the review are given. */
export function useReviewApi(paper: OldPaper, reviewing: Reviewing): ReviewHands {
  const { change, understood } = reviewing
  const { original, warnings } = paper
  const link = useLink(understood)
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const latest = useRef(understood)
  latest.current = understood
  const visited = useRef<string | null>(null)
  const { light, focusField } = link

  const unfold = useCallback((name: string, open: boolean) => {
    setUnfolded((now) => {
      const next = new Set(now)
      if (open) next.add(name)
      else next.delete(name)
      return next
    })
  }, [])
  const focus = useCallback(
    (path: string) => {
      const fold = foldOf(latest.current, path)
      if (fold === null) {
        focusField(path)
        return
      }
      unfold(fold, true)
      // The row is drawn unfolded first.
      setTimeout(() => focusField(path), 30)
    },
    [focusField, unfold],
  )
  const api = useMemo<ReviewApi>(
    () => ({
      original,
      change,
      confirm: (path) => change((now) => confirm(now, path)),
      light,
      focus,
      unfold,
    }),
    [original, change, light, focus, unfold],
  )
  const { marks: list } = understood
  const marks = useMemo<ReviewMarks>(
    () => ({
      marks: new Map(list.map((mark) => [mark.path, mark])),
      warnings: byPath(warnings),
      unfolded,
      unsure: new Set(list.flatMap(({ sure, path }) => (sure ? [] : [path.split('/')[1] ?? path]))),
    }),
    [list, warnings, unfolded],
  )
  const walk = useCallback(
    (by: 1 | -1) => {
      const all = toCheck(latest.current)
      if (all.length === 0) return
      const here = pathOfFocus(all) ?? visited.current
      const at = here === null ? -1 : all.indexOf(here)
      const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length]
      if (next === undefined) return
      visited.current = next
      focus(next)
    },
    [focus],
  )
  const confirmHere = useCallback(() => {
    const all = toCheck(latest.current)
    const here = pathOfFocus(all)
    if (here === null || here.startsWith('unrecognised/')) return
    const after = all[all.indexOf(here) + 1] ?? all.find((path) => path !== here)
    change((now) => confirm(now, here))
    visited.current = null
    if (after !== undefined) setTimeout(() => focus(after), 0)
  }, [change, focus])
  return { api, marks, link, walk, confirmHere }
}

/** Which of these the keyboard is in. */
function pathOfFocus(paths: readonly string[]): string | null {
  for (let at = document.activeElement?.closest('[data-path]'); at; at = at.parentElement?.closest('[data-path]')) {
    const own = at.getAttribute('data-path')?.split(' ') ?? []
    const found = paths.find((path) => own.includes(path))
    if (found !== undefined) return found
  }
  return null
}

/** The row a field is folded into; null: it is always shown. */
function foldOf(understood: Understood, path: string): string | null {
  const [room, uid = ''] = path.split('/')
  if (room === 'roster') return 'roster'
  if (room === 'items' && path !== `items/${uid}`) return `items/${uid}`
  if (room === 'parts' && understood.kind === 'roadmap') {
    const item = itemsOf(understood.roadmap).find((one) => one.parts.some((part) => part.uid === uid))
    return item ? `items/${item.uid}` : null
  }
  return null
}

const itemsOf = (roadmap: RoadmapDraft) => roadmap.sections.flatMap((section) => section.items)

/** Those of the whole paper, of no field, stand with the date: most of them are about what is missing at the head. */
function byPath(warnings: readonly PaperWarning[]): ReadonlyMap<string, readonly PaperWarning[]> {
  const found = new Map<string, PaperWarning[]>()
  for (const warning of warnings) {
    const path = fieldOf(warning.path)
    found.set(path, [...(found.get(path) ?? []), warning])
  }
  return found
}

/** The field a warning stands beside: those of an item are told at its title. */
function fieldOf(path: string): string {
  if (path === '') return 'head'
  return /^agenda\/[^/]+$/u.test(path) ? `${path}/title` : path
}
