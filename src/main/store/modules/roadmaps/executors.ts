import { newUid } from '@shared/contract/fields'
import type { Executor } from '@shared/contract/roadmaps'
import { normKey } from '@shared/domain/text/norm'
import { AppError } from '@shared/errors'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import { librarianByName, split } from '../../lists/references'

/** Executors of a cell: one to a line, or parted by semicolons; commas are part of names («КГАОУ ДПО ХК ИРО, г. Хабаровск»). */

export const joinedExecutors = (executors: readonly Pick<Executor, 'text'>[]): string =>
  executors.map((one) => one.text).join('; ')

/** Those that are named as before stay the same; a school or a person of the bank is known by the name. */
export function executorsTyped(
  context: QueryContext,
  role: Executor['role'],
  before: readonly Executor[],
  text: string,
): Executor[] {
  const left = [...before]
  return split(text, /[;\n]/u)
    .map((part) => part.replace(/\s+/gu, ' '))
    .map((part) => {
      const at = left.findIndex((one) => one.text === part)
      const [known] = at < 0 ? [] : left.splice(at, 1)
      return known ?? executorOf(context, role, part)
    })
}

function executorOf(context: QueryContext, role: Executor['role'], text: string): Executor {
  const named = { uid: newUid(), role, text, librarianId: null, schoolId: null }
  const school = prepared<[string], { id: number }>(context.raw, 'SELECT id FROM school WHERE nameKey = ?').get(
    normKey(text),
  )
  if (school) return { ...named, schoolId: school.id }
  try {
    return { ...named, librarianId: librarianByName(context, text) }
  } catch (error) {
    if (error instanceof AppError) return named
    throw error
  }
}
