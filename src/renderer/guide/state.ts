import { useSyncExternalStore } from 'react'

/** A page of the guide and a heading in it; '' is its beginning. */
export interface GuidePlace {
  file: string
  heading: string
}

export interface GuideState {
  isOpen: boolean
  place: GuidePlace
  back: readonly GuidePlace[]
  forward: readonly GuidePlace[]
  /** Rises with every step, so that asking for the same heading again shows it again. */
  step: number
}

let state: GuideState = { isOpen: false, place: { file: 'README.md', heading: '' }, back: [], forward: [], step: 0 }
const listeners = new Set<() => void>()

function set(next: Partial<GuideState>): void {
  state = { ...state, step: state.step + 1, ...next }
  for (const listener of listeners) listener()
}

/** «meetings.md#новое-заседание» → page and heading. */
export function placeFrom(target: string): GuidePlace {
  const [file = '', heading = ''] = target.split('#', 2)
  return { file, heading: decodeURIComponent(heading) }
}

/** Opens the guide there; what was shown before is one step back. */
export function openGuide(target: string): void {
  const place = placeFrom(target)
  const isSame = place.file === state.place.file && place.heading === state.place.heading
  const isFirst = !state.isOpen && state.back.length === 0
  set(
    isSame || isFirst
      ? { isOpen: true, place }
      : { isOpen: true, place, back: [...state.back, state.place].slice(-50), forward: [] },
  )
}

export function closeGuide(): void {
  set({ isOpen: false })
}

export function guideBack(): void {
  const place = state.back.at(-1)
  if (place) set({ place, back: state.back.slice(0, -1), forward: [state.place, ...state.forward] })
}

export function guideForward(): void {
  const [place, ...forward] = state.forward
  if (place) set({ place, back: [...state.back, state.place], forward })
}

export function useGuide(): GuideState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => state,
  )
}
