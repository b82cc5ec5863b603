import { AppError } from '@shared/errors'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { call } from '../../../../app/api'
import { registerFlusher } from '../../../../app/flush'
import { forgetSave, reportSave } from '../../../../app/saveState'
import { errorSentence } from '../../../../app/toasts'
import type { Cells, HeldRows } from '../useHeldRows'

/** A cell the store refused: what was typed stays in it until it is put right. */
export interface Refused {
  text: string
  sentence: string
}

/** By row id and column key. */
export type RefusedCells = ReadonlyMap<string, Refused>

export const cellKey = (id: number, column: string): string => `${id}:${column}`

export interface Writing {
  refused: RefusedCells
  /** A cell typed into a known row: shown at once, written in its turn; a refusal stays at the cell. */
  writeCell: (id: number, index: number, column: string, value: Cells[string], text: string) => Promise<void>
  refuse: (id: number, column: string, refused: Refused | null) => void
  /** Writes after whatever is on its way. @throws AppError */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>
}

/** Changes of one grid go to the store one after another; each is one undo step. */
export function useWriting(
  list: string,
  rows: Pick<HeldRows, 'hold' | 'patch' | 'unpatch' | 'settle' | 'pending' | 'schoolYear'>,
  announce: (sentence: string) => void,
): Writing {
  const [refused, setRefused] = useState<RefusedCells>(new Map())
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const { hold, patch, unpatch, settle, pending, schoolYear } = rows
  const name = `grid:${list}`

  const inTurn = useCallback(
    <T>(work: () => Promise<T>): Promise<T> => {
      pending.current++
      reportSave(name, { state: 'saving', savedAt: null, error: null })
      const mine = queue.current.then(work)
      const done = mine.then(
        () => ({ savedAt: new Date() }),
        () => ({ savedAt: null }),
      )
      queue.current = done.then(({ savedAt }) => {
        pending.current--
        if (pending.current === 0) reportSave(name, { state: 'saved', savedAt, error: null })
      })
      return mine
    },
    [name, pending],
  )
  useEffect(() => registerFlusher(async () => void (await queue.current)), [])
  useEffect(() => () => forgetSave(name), [name])

  const refuse = useCallback((id: number, column: string, next: Refused | null) => {
    setRefused((now) => {
      if (next === null && !now.has(cellKey(id, column))) return now
      const cells = new Map(now)
      if (next === null) cells.delete(cellKey(id, column))
      else cells.set(cellKey(id, column), next)
      return cells
    })
  }, [])

  const writeCell = useCallback(
    async (id: number, index: number, column: string, value: Cells[string], text: string) => {
      const row = { id, cells: { [column]: value } }
      const typed = new Map([[id, row.cells]])
      patch(typed)
      refuse(id, column, null)
      try {
        await inTurn(async () => {
          await hold(index)
          await call('lists.edit', { list, schoolYear, rows: [row] })
        })
        settle(typed)
      } catch (error) {
        unpatch(typed)
        const sentence = errorSentence(error)
        refuse(id, column, { text, sentence })
        announce(sentence)
        if (!(error instanceof AppError)) console.error(error)
      }
    },
    [list, schoolYear, hold, patch, unpatch, settle, refuse, inTurn, announce],
  )
  return useMemo(() => ({ refused, writeCell, refuse, inTurn }), [refused, writeCell, refuse, inTurn])
}
