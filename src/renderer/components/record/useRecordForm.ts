import { zodResolver } from '@hookform/resolvers/zod'
import type { SavedRecord } from '@shared/contract/core'
import { AppError } from '@shared/errors'
import { type FocusEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type FieldPath, type FieldPathValue, type FieldValues, get, type Resolver, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type Autosave, useAutosave } from '../../app/useAutosave'
import { pathInTyped } from './issuePath'
import type { LoadedRecord, RecordStart } from './RecordLoader'
import { titleOf } from './titles'

export interface RecordFormOptions<T extends FieldValues> {
  /** Kind of record: `school`. Names the draft. */
  record: string
  schema: z.ZodType<T>
  start: RecordStart<T>
  /** What the store holds now; moves on with every change, ours or not. */
  loaded: LoadedRecord<T> | undefined
  /** Commits. `isForced` after the person answered «Всё равно добавить». */
  save: (id: number | null, revision: number | null, value: T, isForced: boolean) => Promise<SavedRecord>
  onCreated: (id: number) => void
  /** A new record is not made before this holds: its name is whole. */
  isReady: (value: T) => boolean
  /** Fields of that name: going from one to the other does not make the record yet. */
  nameFields?: readonly string[]
  /** Before checking and saving: rows added and left blank are dropped. */
  tidy?: (value: T) => T
  /** Whether a `duplicate` may be overruled. */
  canForce?: boolean
}

/** What a field component needs for one path. */
export interface Bound<V> {
  label: string
  name: string
  value: V
  onChange: (value: V) => void
  onBlur: () => void
  error: string | undefined
}

export interface RecordForm<T extends FieldValues> {
  id: number | null
  value: T
  bind: <P extends FieldPath<T>>(path: P) => Bound<FieldPathValue<T, P>>
  set: <P extends FieldPath<T>>(path: P, value: FieldPathValue<T, P>) => void
  /** Message at a path, for rows of sub-tables. */
  errorAt: (path: string) => string | undefined
  /** Checks one path now: a cell was left. */
  check: (path: string) => void
  /** Whether anything under one of these paths is refused, for the mark on a tab. */
  isFaulty: (...paths: string[]) => boolean
  autosave: Autosave
  /** Put on the form's container: leaving a field commits. */
  onBlur: (event: FocusEvent) => void
  /** A refusal that waits for an answer: `conflict`, or `duplicate` that may be overruled. */
  question: AppError | null
  /** «Всё равно добавить». */
  force: () => void
  /** Takes what the store holds, dropping what was typed here. */
  takeStored: () => void
  /** Saves what is typed here over what the store holds. */
  keepMine: () => void
  /** When the restored draft was put; null when the form began clean or has been saved since. */
  draftSavedAt: string | null
  dropDraft: () => void
}

/** A record's form: react-hook-form holds values and messages, autosave commits, the revision guards against others. */
export function useRecordForm<T extends FieldValues>(options: RecordFormOptions<T>): RecordForm<T> {
  const { record, schema, start, loaded, onCreated } = options
  const [id, setId] = useState(start.id)
  const [baseline, setBaseline] = useState<T>(start.baseline)
  const [question, setQuestion] = useState<AppError | null>(null)
  const [draftSavedAt, setDraftSavedAt] = useState(start.draftSavedAt)
  const revision = useRef(start.revision)
  const isForced = useRef(false)
  const tidy = options.tidy ?? ((typed: T) => typed)

  // The schemas' input and output are the same type (only trimming lies between); the resolver's types cannot see it.
  const resolver = useMemo(() => zodResolver(schema as never) as unknown as Resolver<T>, [schema])
  const form = useForm<T>({ defaultValues: start.value as never, resolver, mode: 'onTouched' })
  const { errors } = form.formState
  // react-hook-form changes its values in place; everything here compares snapshots.
  const json = JSON.stringify(form.watch())
  const value = useMemo(() => JSON.parse(json) as T, [json])
  const isDirty = useMemo(() => json !== JSON.stringify(baseline), [json, baseline])

  const replace = useCallback(
    (next: T, nextRevision: number | null) => {
      revision.current = nextRevision
      setBaseline(next)
      setQuestion(null)
      form.reset(next as never)
    },
    [form],
  )

  const commit = async (typed: T) => {
    const tidied = tidy(typed)
    const checked = schema.safeParse(tidied)
    if (!checked.success) {
      for (const issue of checked.error.issues) {
        const path = pathInTyped(issue.path, tidied, typed) as FieldPath<T>
        form.setError(path, { type: 'schema', message: issue.message })
      }
      throw new AppError('invalid-input', 'Исправьте отмеченные поля.')
    }
    try {
      const saved = await options.save(id, revision.current, checked.data, isForced.current)
      revision.current = saved.revision
      setBaseline(typed)
      setDraftSavedAt(null)
      if (id === null) {
        setId(saved.id)
        onCreated(saved.id)
      }
    } catch (error) {
      if (error instanceof AppError) showRefusal(error)
      throw error
    }
  }
  const showRefusal = (error: AppError) => {
    // Paths of calls begin with the record's own name: `school.inn`.
    const path = error.path?.split('.').slice(1).join('.')
    if (error.code === 'conflict' || (error.code === 'duplicate' && options.canForce)) setQuestion(error)
    else if (path) form.setError(path as FieldPath<T>, { type: 'store', message: error.message })
  }

  const autosave = useAutosave<T>({
    key: `${record}:${id ?? 'new'}`,
    value,
    dirty: isDirty,
    commit,
    canCommit: question === null && (id !== null || options.isReady(value)),
  })

  // Changed elsewhere — undo, another window, the CLI: an untouched form follows; a touched one will be asked on saving.
  // Revisions only grow: a lower one is an answer from before our own last commit.
  useEffect(() => {
    if (!loaded || revision.current === null || loaded.revision <= revision.current || isDirty) return
    replace(loaded.value, loaded.revision)
  }, [loaded, isDirty, replace])

  // A duplicate is about what was typed: other typing makes the question moot.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the value is the reason, not an ingredient
  useEffect(() => {
    setQuestion((now) => (now?.code === 'duplicate' ? null : now))
  }, [value])

  const set: RecordForm<T>['set'] = (path, next) => {
    // Re-checked while it is wrong, so that the message goes the moment it is put right.
    form.setValue(path, next, { shouldValidate: get(errors, path) !== undefined })
  }
  const check = (path: string) => void form.trigger(path as FieldPath<T>)
  const errorAt = (path: string) => messageOf(get(errors, path))
  const again = async () => {
    isForced.current = true
    setQuestion(null)
    await autosave.retry()
    isForced.current = false
  }
  return {
    id,
    value,
    bind: (path) => ({
      label: titleOf(schema, path),
      name: path,
      value: get(value, path),
      onChange: (next) => set(path, next),
      onBlur: () => check(path),
      error: errorAt(path),
    }),
    set,
    errorAt,
    check,
    isFaulty: (...paths) => paths.some((path) => get(errors, path) !== undefined),
    autosave,
    onBlur: (event) => {
      const next = event.relatedTarget
      const isInName = next instanceof HTMLInputElement && (options.nameFields ?? []).includes(next.name)
      if (id !== null || !isInName) autosave.onBlur(event)
    },
    question,
    force: () => void again(),
    takeStored: () => {
      void autosave.discard()
      if (loaded) replace(loaded.value, loaded.revision)
    },
    keepMine: () => {
      if (loaded) revision.current = loaded.revision
      void again()
    },
    draftSavedAt,
    dropDraft: () => {
      void autosave.discard()
      setDraftSavedAt(null)
      replace(loaded?.value ?? start.baseline, loaded?.revision ?? start.revision)
    },
  }
}

function messageOf(error: unknown): string | undefined {
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined
  return typeof message === 'string' && message !== '' ? message : undefined
}
