import type { ComponentType } from 'react'
import { showError } from '../../../app/toasts'

/** Something done to several rows at once. */
export interface RowAction {
  /** Verb and object: «Согласовать», «Снять бронь». */
  title: string
  icon?: ComponentType<{ size?: number | string; 'aria-hidden'?: boolean }>
  run: (ids: readonly number[]) => void
  /** A line parts it from the one before. */
  apart?: boolean
}

/** The rows of the marked block: as in Excel, those one has drawn over or added with Shift. */
export interface MarkedRows {
  count: number
  /** Their numbers, in the order shown; asked for, since a block may be longer than what has been fetched. */
  ids: () => Promise<number[]>
}

export async function runOn(action: RowAction, marked: MarkedRows): Promise<void> {
  try {
    action.run(await marked.ids())
  } catch (error) {
    showError(error)
  }
}
