import type { JobProgress } from '@shared/contract/app'
import { useSyncExternalStore } from 'react'
import { subscribe } from './api'

/** Long work now running, for the status line. */
let running: readonly JobProgress[] = []
const listeners = new Set<() => void>()

export function followJobs(): () => void {
  return subscribe('job', (progress) => {
    const others = running.filter((job) => job.jobId !== progress.jobId)
    running = progress.state === 'running' ? [...others, progress] : others
    for (const listener of listeners) listener()
  })
}

export function useJobs(): readonly JobProgress[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => running,
  )
}
