import type { Input } from '@shared/contract'
import type { PlanAnswer } from '@shared/contract/plans'
import { AppError } from '@shared/errors'
import { useSyncExternalStore } from 'react'
import { call } from '../../../app/api'
import { errorSentence, showDone, showError } from '../../../app/toasts'

/** The plan being worked out: it goes on while she looks at other screens, and one at a time is enough. */
export type Making =
  | { state: 'idle' }
  | { state: 'running'; name: string; seconds: number; startedAt: number; isStopping: boolean }
  | { state: 'failed'; sentence: string }
  | { state: 'done'; answer: PlanAnswer }

let making: Making = { state: 'idle' }
const listeners = new Set<() => void>()

function set(next: Making): void {
  making = next
  for (const listener of listeners) listener()
}

export function useMaking(): Making {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => making,
  )
}

export async function makePlan(input: Input<'plans.make'>, seconds: number): Promise<void> {
  set({ state: 'running', name: input.name, seconds, startedAt: Date.now(), isStopping: false })
  try {
    const answer = await call('plans.make', input)
    if (listeners.size > 0) set({ state: 'done', answer })
    else {
      // She has gone to another screen meanwhile.
      set({ state: 'idle' })
      showDone(`План «${input.name}» составлен.`, {
        label: 'Открыть',
        run: () => {
          window.location.hash = `/exchange/plan/${answer.planId}`
        },
      })
    }
  } catch (error) {
    if (error instanceof AppError && error.code === 'cancelled') set({ state: 'idle' })
    else if (listeners.size > 0) set({ state: 'failed', sentence: errorSentence(error) })
    else {
      set({ state: 'idle' })
      showError(error)
    }
  }
}

/** The best found so far is kept by the job itself. */
export function stopMaking(jobId: string): void {
  if (making.state === 'running') set({ ...making, isStopping: true })
  void call('jobs.cancel', { jobId }).catch(() => undefined)
}

/** What was said has been seen. */
export function forgetMaking(): void {
  if (making.state !== 'running') set({ state: 'idle' })
}
