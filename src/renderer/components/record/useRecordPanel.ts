import { useCallback, useRef } from 'react'
import { type OpenRecord, useOpenRecord } from '../../app/navigation'

export interface RecordPanelState {
  open: OpenRecord
  setOpen: (open: OpenRecord) => void
  close: () => void
  /** Key of the editor: another record means another editor, a new record that has just got its number does not. */
  editorKey: number
  created: (id: number) => void
  /** For the list itself: opens the record of a row, and marks the one that is open. */
  grid: { onOpen: (row: { id: number }) => void; openId: number | null }
}

/** The record a list shows beside it, in the address. */
export function useRecordPanel(path: string): RecordPanelState {
  const [open, setOpen] = useOpenRecord(path)
  const shown = useRef({ open, key: 0, adopted: null as OpenRecord })
  if (shown.current.open !== open) {
    const isAdopted = shown.current.adopted === open
    shown.current = { open, key: shown.current.key + (isAdopted ? 0 : 1), adopted: null }
  }
  const created = useCallback(
    (id: number) => {
      // The person may have gone on to another record while this one was being saved.
      if (shown.current.open !== 'new') return
      shown.current.adopted = id
      setOpen(id)
    },
    [setOpen],
  )
  const close = useCallback(() => setOpen(null), [setOpen])
  const grid = { onOpen: (row: { id: number }) => setOpen(row.id), openId: typeof open === 'number' ? open : null }
  return { open, setOpen, close, editorKey: shown.current.key, created, grid }
}
