import type { ColumnSpec } from '@shared/contract/lists'
import { normKey } from '@shared/domain/text/norm'

/** Choices shown at most; the rest comes as one types on. */
const SHOWN_MAX = 50

/** Words the column itself offers for what is typed: all of them while nothing is, those that begin so first. */
export function ownOptions(column: ColumnSpec, text: string, isTyped: boolean): readonly string[] {
  const all =
    column.type === 'choice'
      ? Object.values(column.choices ?? {})
      : column.type === 'boolean'
        ? ['да', 'нет']
        : (column.edit?.suggestions ?? [])
  return isTyped ? matching(all, text).slice(0, SHOWN_MAX) : all
}

export function matching(all: readonly string[], text: string): readonly string[] {
  const key = normKey(text)
  if (key === '') return all
  const begins = all.filter((one) => normKey(one).startsWith(key))
  return [...begins, ...all.filter((one) => normKey(one).includes(key) && !begins.includes(one))]
}

/** In a closed list the first match is meant; where any text is as good, only what was pointed at. */
export function isClosedList(column: ColumnSpec): boolean {
  return column.type === 'choice' || column.type === 'boolean'
}
