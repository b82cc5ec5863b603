import type { Output } from '@shared/contract'
import type { FileInspection, ImportRun } from '@shared/contract/imports'
import { AppError } from '@shared/errors'
import { useSyncExternalStore } from 'react'
import { call } from '../../../app/api'
import { queryClient } from '../../../app/queries'

/**
 * The import under way: one at a time, kept while the person looks at other screens. The file is never changed by it, and
 * nothing of the data changes before `apply`.
 */
export type Step = 'file' | 'columns' | 'changes' | 'done'

export interface ImportSession {
  step: Step
  busy: 'reading' | 'comparing' | 'applying' | 'undoing' | null
  /** Full path; null before one is chosen, and for an import taken up again from the list of imports. */
  file: string | null
  /** The list whose screen it was started from. */
  list: string | null
  inspection: FileInspection | null
  /** Column of the file (0 is A) → key of the list's column. */
  matches: ReadonlyMap<number, string>
  /** Key of a column the file does not have → what all its rows have there, as typed. */
  constants: ReadonlyMap<string, string>
  run: ImportRun | null
  result: Output<'imports.apply'> | null
  /** The file is the federal list (ФПУ): what is not in it is marked so. Null: an ordinary list of textbooks. */
  fpl: { order: string } | null
  isUndone: boolean
  /** What went wrong last, shown where it happened. */
  error: AppError | null
}

const nothing: ImportSession = {
  step: 'file',
  busy: null,
  file: null,
  list: null,
  inspection: null,
  matches: new Map(),
  constants: new Map(),
  run: null,
  result: null,
  fpl: null,
  isUndone: false,
  error: null,
}

let session = nothing
/** Answers of work begun earlier than the last are not for this session any more. */
let turn = 0
const listeners = new Set<() => void>()

export function useImportSession(): ImportSession {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => session,
  )
}

function set(part: Partial<ImportSession>): void {
  session = { ...session, ...part }
  for (const listener of listeners) listener()
}

/** Runs one piece of work; what fails is kept to be shown, a stopped job is no failure. */
async function work(busy: NonNullable<ImportSession['busy']>, run: () => Promise<Partial<ImportSession>>) {
  const own = ++turn
  set({ busy, error: null })
  try {
    const part = await run()
    if (own === turn) set({ ...part, busy: null })
  } catch (error) {
    if (own !== turn) return
    const shown =
      error instanceof AppError
        ? error
        : new AppError('internal', 'Программа столкнулась с неожиданной ошибкой. Попробуйте ещё раз.')
    set({ busy: null, error: shown.code === 'cancelled' ? null : shown })
  }
}

/** Begins anew; what was compared and not loaded is forgotten. */
export function beginImport(list: string | null): void {
  turn++
  dropPrepared()
  session = nothing
  set({ list })
}

function dropPrepared(): void {
  if (session.run?.state === 'prepared') void call('imports.drop', { id: session.run.id }).catch(() => undefined)
}

/** First step: reads the file's sheets and heads. */
export async function readFile(file: string): Promise<void> {
  set({ file, inspection: null, step: 'file' })
  await inspect({ file, sheet: null, list: session.list, headRow: null })
}

/** Another sheet, list or head row of the same file. */
export async function lookAt(part: { sheet?: string; list?: string; headRow?: number }): Promise<void> {
  const { file, inspection } = session
  if (file === null || inspection === null) return
  const isOtherSheet = part.sheet !== undefined
  await inspect({
    file,
    sheet: part.sheet ?? inspection.sheet,
    list: part.list ?? (isOtherSheet ? session.list : inspection.list),
    headRow: part.headRow ?? (isOtherSheet ? null : inspection.headRow),
  })
}

async function inspect(input: {
  file: string
  sheet: string | null
  list: string | null
  headRow: number | null
}): Promise<void> {
  await work('reading', async () => {
    const inspection = await call('imports.inspect', input)
    return { inspection, matches: matchesOf(inspection), step: 'columns' }
  })
}

function matchesOf({ columns }: FileInspection): Map<number, string> {
  return new Map(columns.flatMap(({ index, column }) => (column === null ? [] : [[index, column] as const])))
}

export function match(index: number, column: string | null): void {
  const matches = new Map(session.matches)
  if (column === null) matches.delete(index)
  else matches.set(index, column)
  set({ matches })
}

/** What all rows have in a column the file has not. */
export function setConstant(column: string, value: string): void {
  const constants = new Map(session.constants)
  if (value.trim() === '') constants.delete(column)
  else constants.set(column, value.trim())
  set({ constants })
}

/** Third step: what the file would change. */
export async function compare(): Promise<void> {
  const { inspection, matches } = session
  if (inspection !== null) await work('comparing', () => prepared(inspection, matches))
}

async function prepared(
  inspection: FileInspection,
  matches: ReadonlyMap<number, string>,
): Promise<Partial<ImportSession>> {
  const { file, list, sheet, headRow } = inspection
  if (list === null) throw new AppError('invalid-input', 'Выберите, какой это список.', 'list')
  const columns = [...matches].map(([index, column]) => ({ index, column }))
  const taken = new Set(matches.values())
  const constants = [...session.constants]
    .filter(([column]) => !taken.has(column))
    .map(([column, value]) => ({ column, value }))
  const run = await call('imports.prepare', { file, list, sheet, headRow: headRow ?? 0, columns, constants })
  dropPrepared()
  backUpAhead(run)
  return { inspection, matches, run, step: 'changes' }
}

/** Rows from which the store makes a backup first. */
const largeImport = 1000
let backup: Promise<unknown> = Promise.resolve()

/** The backup before a large import is made while she looks at what would change. Failed, it is the store's to make. */
function backUpAhead({ counts }: ImportRun): void {
  if (counts.new + counts.changed + counts.conflict < largeImport) return
  backup = call('backups.make', { reason: 'before-import' }).catch(() => undefined)
}

/** The same file again, after it was put right in Excel: the columns stay as they were matched. */
export async function readAgain(): Promise<void> {
  const { file, inspection, matches } = session
  if (file === null || inspection === null) return
  await work('reading', async () => {
    const { sheet, list, headRow } = inspection
    const fresh = await call('imports.inspect', { file, sheet, list, headRow })
    const heading = new Map(inspection.columns.map((column) => [column.index, column.heading]))
    const isSame =
      fresh.columns.length === inspection.columns.length &&
      fresh.columns.every((column) => heading.get(column.index) === column.heading)
    // Columns were moved about: what was matched by hand may mean another column now.
    if (!isSame) return { inspection: fresh, matches: matchesOf(fresh), step: 'columns' }
    set({ busy: 'comparing' })
    return prepared(fresh, matches)
  })
}

/** Whose value conflicts take; `row` null is all of them. */
export async function choose(row: number | null, choice: 'data' | 'file'): Promise<void> {
  const { run } = session
  if (run === null) return
  try {
    await call('imports.choose', { id: run.id, row, choice })
    await queryClient.invalidateQueries({ queryKey: ['imports.rows'] })
    set({ error: null })
  } catch (error) {
    if (error instanceof AppError) set({ error })
  }
}

/** Fourth step: writes it all, as one undo step. */
export async function apply(skipFaulty: boolean): Promise<void> {
  const { run } = session
  if (run === null) return
  await work('applying', async () => {
    await backup
    const result = await written(run, skipFaulty)
    return { result, step: 'done', isUndone: false, run: { ...run, state: 'applied' } }
  })
}

async function written(run: ImportRun, skipFaulty: boolean): Promise<Output<'imports.apply'>> {
  if (session.fpl === null) return call('imports.apply', { id: run.id, skipFaulty })
  const update = await call('textbooks.applyFpl', { runId: run.id, order: session.fpl.order, skipFaulty })
  return { added: update.added, changed: update.changed, unchanged: update.unchanged, left: run.counts.fault }
}

export function setFpl(fpl: ImportSession['fpl']): void {
  set({ fpl })
}

export async function undoImport(): Promise<void> {
  const { run } = session
  if (run === null) return
  await work('undoing', async () => {
    await call('imports.undo', { id: run.id })
    return { isUndone: true, run: { ...run, state: 'undone' } }
  })
}

/** An import that was compared and left, taken up from the list of imports. */
export function resume(run: ImportRun): void {
  if (session.run?.id === run.id) return
  turn++
  session = nothing
  set({ list: run.list, run, step: 'changes' })
}

export function backTo(step: 'file' | 'columns'): void {
  turn++
  set({ step, error: null, busy: null, ...(step === 'file' ? { file: null, inspection: null } : {}) })
}
