import type { AppError } from '@shared/errors'
import { type FocusEvent, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { type Autosave, useAutosave } from '../../app/useAutosave'
import type { LoadedRecord, RecordStart } from './RecordLoader'
import { isFaulty, RecordModel, type RecordRules, type RecordState } from './recordModel'
import { titleOf } from './titles'
import { type FieldPath, type FieldValue, valueAt } from './values'

export interface RecordFormOptions<T> extends RecordRules<T> {
  /** Kind of record: `school`. Names the draft. */
  record: string
  start: RecordStart<T>
  /** What the store holds now; moves on with every change, ours or not. */
  loaded: LoadedRecord<T> | undefined
  /** A new record is not made before this holds: its name is whole. */
  isReady: (value: T) => boolean
  /** Fields of that name: going from one to the other does not make the record yet. */
  nameFields?: readonly string[]
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

export interface RecordForm<T> {
  id: number | null
  value: T
  bind: <P extends FieldPath<T>>(path: P) => Bound<FieldValue<T, P>>
  set: <P extends FieldPath<T>>(path: P, value: FieldValue<T, P>) => void
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

/** A record's form: the model holds what is typed and what is refused, autosave commits, the revision guards against others. */
export function useRecordForm<T extends object>(options: RecordFormOptions<T>): RecordForm<T> {
  const { record, schema, start, loaded, isReady } = options
  const latest = useRef(options)
  useLayoutEffect(() => {
    latest.current = options
  })
  const [model] = useState(() => new RecordModel<T>(start, () => latest.current))
  const at = useSyncExternalStore(model.subscribe, model.state)
  const { id, value, faults } = at
  const stored = loaded?.value
  const revision = loaded?.revision
  useLayoutEffect(() => {
    if (stored !== undefined && revision !== undefined) model.meet({ value: stored, revision })
  }, [model, stored, revision])

  const typing = (now: RecordState<T>, ready: RecordFormOptions<T>['isReady']) => ({
    key: `${record}:${now.id ?? 'new'}`,
    value: now.value,
    dirty: now.dirty,
    canCommit: now.question === null && (now.id !== null || ready(now.value)),
  })
  const autosave = useAutosave<T>({
    ...typing(at, isReady),
    commit: model.commit,
    ahead: { now: () => typing(model.state(), latest.current.isReady), subscribe: model.subscribe },
  })
  const again = () => void model.overrule(autosave.retry)
  const errorAt = (path: string) => faults.get(path)
  return {
    id,
    value,
    bind: (path) => ({
      label: titleOf(schema, path),
      name: path,
      value: valueAt(value, path) as FieldValue<T, typeof path>,
      onChange: (next) => model.set(path, next),
      onBlur: () => model.check(path),
      error: errorAt(path),
    }),
    set: model.set,
    errorAt,
    check: model.check,
    isFaulty: (...paths) => paths.some((path) => isFaulty(faults, path)),
    autosave,
    onBlur: (event) => {
      const next = event.relatedTarget
      const isInName = next instanceof HTMLInputElement && (options.nameFields ?? []).includes(next.name)
      if (id !== null || !isInName) autosave.onBlur(event)
    },
    question: at.question,
    force: again,
    takeStored: () => {
      void autosave.discard()
      model.takeStored()
    },
    keepMine: () => {
      model.knowStored()
      again()
    },
    draftSavedAt: at.draftSavedAt,
    dropDraft: () => {
      void autosave.discard()
      model.takeStored(start.baseline)
    },
  }
}
