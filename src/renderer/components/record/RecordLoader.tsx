import { Alert, Button, Skeleton, Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { errorSentence } from '../../app/toasts'
import { useDraft } from '../../app/useAutosave'

export interface LoadedRecord<T> {
  revision: number
  value: T
}

/** What a form begins with. */
export interface RecordStart<T> {
  id: number | null
  revision: number | null
  /** The draft if there is one, else what is stored. */
  value: T
  /** What is stored (blank for a new record): the form is dirty while it differs. */
  baseline: T
  draftSavedAt: string | null
}

export interface RecordLoaderProps<T> {
  record: string
  id: number | null
  loaded: LoadedRecord<T> | undefined
  error: Error | null
  blank: () => T
  onClose: () => void
  children: (start: RecordStart<T>) => ReactNode
}

/** Waits for the record and its draft once, then stays out of the way: a record just made keeps its form and focus. */
export function RecordLoader<T>(props: RecordLoaderProps<T>) {
  const [first] = useState({ id: props.id, key: `${props.record}:${props.id ?? 'new'}` })
  const draft = useDraft(first.key)
  const [start, setStart] = useState<RecordStart<T> | null>(null)
  if (start) return props.children(start)
  if (props.error) {
    return (
      <Stack p="md">
        <Alert color="red" title="Запись не открылась">
          {errorSentence(props.error)}
        </Alert>
        <Button variant="default" onClick={props.onClose}>
          Закрыть
        </Button>
      </Stack>
    )
  }
  if (draft !== undefined && (first.id === null || props.loaded)) {
    const baseline = props.loaded?.value ?? props.blank()
    // A draft made before this version of the program may lack fields: what is stored fills them.
    const typed = isRecord(draft?.payload) ? ({ ...baseline, ...draft.payload } as T) : baseline
    setStart({
      id: first.id,
      revision: props.loaded?.revision ?? null,
      value: typed,
      baseline,
      draftSavedAt: draft && JSON.stringify(typed) !== JSON.stringify(baseline) ? draft.savedAt : null,
    })
  }
  return <LateSkeleton />
}

function LateSkeleton() {
  return (
    <Stack p="md" gap="sm" aria-busy>
      <Skeleton height={22} width="60%" />
      <Skeleton height={34} />
      <Skeleton height={34} />
      <Skeleton height={34} />
    </Stack>
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
