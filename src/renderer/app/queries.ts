import type { CallName, CommandName, Input, JobName, Output, QueryName, ShellName } from '@shared/contract'
import { counted, type PluralForms } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import { QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { call, subscribe } from './api'
import { definitionsAtHand, fetchDefinitions } from './definitions'
import { flushAll } from './flush'
import { showDone, showError } from './toasts'

/**
 * Reading and writing the contract from screens. A query's cache key is [name, input]; it goes stale when a `changed`
 * event names a record kind the query reads.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Everything is local: nothing to retry, and answers go stale by events, not by time.
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

/** Whether a change of these topics makes the answer of this call stale; while that cannot be told yet, it does. */
export function isTouched(name: unknown, topics: readonly string[]): boolean {
  const find = definitionsAtHand()
  if (!find) return true
  const definition = typeof name === 'string' ? find(name) : undefined
  if (definition?.kind !== 'query' || definition.reads.length === 0) return false
  const { reads } = definition
  return reads.includes('*') || topics.includes('*') || reads.some((topic) => topics.includes(topic))
}

export function invalidateTopics(topics: readonly string[]): Promise<void> {
  return queryClient.invalidateQueries({ predicate: (query) => isTouched(query.queryKey[0], topics) })
}

/** Keeps the cache true; answers how to stop. */
export function followChanges(): () => void {
  return subscribe('changed', ({ topics }) => void invalidateTopics(topics))
}

/**
 * Asks what the first screen needs all at once, while the page is still being put together: each part would else ask for
 * its own only when it is shown. Asked of an open store only; a failure is asked again by whoever needs the answer.
 */
export async function askAhead(): Promise<void> {
  const { state } = await call('shell.storeState', {})
  if (state !== 'ready') return
  const first = [
    'app.status',
    'profile.get',
    'history.stack',
    'desk.overview',
    'desk.meeting',
    'exchange.summary',
  ] as const
  for (const name of first) {
    void queryClient
      .fetchQuery({ queryKey: [name, {}], queryFn: () => call(name, {}) as Promise<unknown> })
      .catch(() => queryClient.removeQueries({ queryKey: [name, {}] }))
  }
}

export interface CallOptions<O> {
  enabled?: boolean
  /** Shows the former answer while the next one (another input) is on its way. */
  keepPrevious?: boolean
  initialData?: O
  /** Asks again each time the screen is opened: for calls no `changed` event speaks of. */
  fresh?: boolean
}

export function useCall<N extends QueryName | ShellName>(
  name: N,
  input: Input<N>,
  options: CallOptions<Output<N>> = {},
): UseQueryResult<Output<N>, Error> {
  return useQuery<Output<N>, Error, Output<N>, readonly unknown[]>({
    queryKey: [name, input],
    queryFn: () => call(name, input) as Promise<Output<N>>,
    enabled: options.enabled ?? true,
    ...(options.fresh ? { staleTime: 0, gcTime: 0 } : {}),
    ...(options.keepPrevious ? { placeholderData: (previous: Output<N> | undefined) => previous } : {}),
    ...(options.initialData === undefined ? {} : { initialData: options.initialData }),
  } as Parameters<typeof useQuery<Output<N>, Error, Output<N>, readonly unknown[]>>[0])
}

export interface CommandOptions {
  /** Said in a toast when done; with «Отменить» if the command can be undone. */
  success?: string
  /** False hides «Отменить» even where the command could be undone. */
  undoable?: boolean
  /** Return true when the error has been shown where it happened; otherwise it comes as a notification. */
  onError?: (error: AppError) => boolean
}

export interface RunningCommand<N extends CallName> {
  /** Rejects with the AppError after it was shown, so that callers stop. */
  run: (input: Input<N>) => Promise<Output<N>>
  pending: boolean
}

export function useCommand<N extends CommandName | JobName | ShellName>(
  name: N,
  options: CommandOptions = {},
): RunningCommand<N> {
  const [running, setRunning] = useState(0)
  const { success, undoable, onError } = options
  const run = useCallback(
    async (input: Input<N>): Promise<Output<N>> => {
      setRunning((count) => count + 1)
      try {
        const value = (await call(name, input)) as Output<N>
        if (success !== undefined) showDone(success, undoable === false ? undefined : await undoAction(name))
        return value
      } catch (error) {
        const handled = error instanceof AppError && onError?.(error) === true
        if (!handled) showError(error)
        throw error
      } finally {
        setRunning((count) => count - 1)
      }
    },
    [name, success, undoable, onError],
  )
  return { run, pending: running > 0 }
}

async function undoAction(name: CallName): Promise<{ label: string; run: () => void } | undefined> {
  const definition = (await fetchDefinitions())(name)
  if (definition?.kind !== 'command' || definition.undo !== 'step') return undefined
  return { label: 'Отменить', run: () => void undoLast() }
}

/** Typing under way is committed first: it is what the person would call «последнее». */
export async function undoLast(): Promise<void> {
  try {
    await flushAll()
    const { title } = await call('history.undo', {})
    showDone(`Отменено: ${title}`, { label: 'Вернуть', run: () => void redoLast() })
  } catch (error) {
    showError(error)
  }
}

export async function redoLast(): Promise<void> {
  try {
    await flushAll()
    const { title } = await call('history.redo', {})
    showDone(`Возвращено: ${title}`)
  } catch (error) {
    showError(error)
  }
}

/** Several steps at once, as seen in the list: another number of them by now is refused. */
export async function stepsTo(which: 'undo' | 'redo', groupId: number, count: number): Promise<void> {
  const actions: PluralForms = ['действие', 'действия', 'действий']
  try {
    await flushAll()
    const { steps } = await call(which === 'undo' ? 'history.undoTo' : 'history.redoTo', { groupId, count })
    showDone(`${which === 'undo' ? 'Отменено' : 'Возвращено'}: ${counted(steps, actions)}`)
  } catch (error) {
    showError(error)
  }
}
