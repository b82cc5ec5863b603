import { useSyncExternalStore } from 'react'

/** What the status line says about saving: the worst state of all open editors, and when something was last saved. */
export type SaveState = 'saved' | 'saving' | 'dirty' | 'error'

export interface SaveReport {
  state: SaveState
  /** Local time of the last commit. */
  savedAt: Date | null
  error: string | null
}

const reports = new Map<string, SaveReport>()
const listeners = new Set<() => void>()
let lastSavedAt: Date | null = null
let summary: SaveReport = { state: 'saved', savedAt: null, error: null }

const order: readonly SaveState[] = ['error', 'saving', 'dirty', 'saved']

function publish(): void {
  const all = [...reports.values()]
  const worst = order.find((state) => all.some((report) => report.state === state)) ?? 'saved'
  summary = {
    state: worst,
    savedAt: lastSavedAt,
    error: all.find((report) => report.state === 'error')?.error ?? null,
  }
  for (const listener of listeners) listener()
}

export function reportSave(key: string, report: SaveReport): void {
  if (report.savedAt && (!lastSavedAt || report.savedAt > lastSavedAt)) lastSavedAt = report.savedAt
  reports.set(key, report)
  publish()
}

export function forgetSave(key: string): void {
  reports.delete(key)
  publish()
}

/** The state at this moment, for answering a key; screens use `useSaveSummary`. */
export function saveSummary(): SaveReport {
  return summary
}

export function useSaveSummary(): SaveReport {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => summary,
  )
}
