import type { Output } from '@shared/contract'
import type { PaperKind } from '@shared/contract/old-papers'
import { AppError } from '@shared/errors'
import { useSyncExternalStore } from 'react'
import { call } from '../../../app/api'

/** The reading of files under way: one at a time, and it goes on while the person looks at other screens. */
export interface Reading {
  state: 'choosing' | 'reading' | 'done' | 'stopped'
  /** What the files are said to be; null: the program finds out by itself. */
  as: PaperKind | null
  files: readonly string[]
  result: Output<'oldPapers.read'> | null
  error: AppError | null
}

const nothing: Reading = { state: 'choosing', as: null, files: [], result: null, error: null }

let reading = nothing
const listeners = new Set<() => void>()

export function useReading(): Reading {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => reading,
  )
}

function set(part: Partial<Reading>): void {
  reading = { ...reading, ...part }
  for (const listener of listeners) listener()
}

/** Ready for other files; what is being read goes on being read. */
export function chooseAnew(): void {
  if (reading.state !== 'reading') set({ ...nothing, as: reading.as })
}

export function setKind(as: PaperKind | null): void {
  set({ as })
}

/** Reads files and folders. Answers the paper when just one was read and can be reviewed at once. */
export async function readPapers(files: readonly string[], as: PaperKind | null = reading.as): Promise<number | null> {
  if (reading.state === 'reading') {
    set({
      error: new AppError('invalid-input', 'Уже читаются другие документы. Дождитесь конца или остановите чтение.'),
    })
    return null
  }
  set({ state: 'reading', files, as, result: null, error: null })
  try {
    const result = await call('oldPapers.read', { files: [...files], as })
    set({ state: 'done', result })
    const [only] = result.papers
    return result.papers.length === 1 && only && result.failed === 0 ? only.id : null
  } catch (error) {
    const shown =
      error instanceof AppError
        ? error
        : new AppError('internal', 'Программа столкнулась с неожиданной ошибкой. Попробуйте ещё раз.')
    if (shown.code === 'cancelled') set({ state: 'stopped' })
    else set({ state: 'choosing', error: shown })
    return null
  }
}
