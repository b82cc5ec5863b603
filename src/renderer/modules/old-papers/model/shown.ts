import type { Understood } from '@shared/contract/old-papers'

/** Fields of the whole paper that the review shows, and rooms of rows, by the first word of their paths. */
const fields: Readonly<Record<Understood['kind'], { whole: readonly string[]; rows: readonly string[] }>> = {
  protocol: {
    whole: [
      'number',
      'date',
      'time',
      'series',
      'theme',
      'place',
      'format',
      'secretary',
      'attendance',
      'layout',
      'note',
    ],
    rows: ['chairs', 'invited', 'roster', 'agenda', 'speeches', 'decisions'],
  },
  roadmap: {
    whole: [
      'title',
      'period',
      'from',
      'to',
      'kind',
      'numbering',
      'associationId',
      'approval',
      'preamble',
      'closing',
      'note',
    ],
    rows: ['columns', 'sections', 'items', 'parts'],
  },
}

/** Whether a mark has a field on the screen; one that has none is told of by itself, so that it can be agreed to. */
export function isShown(understood: Understood, path: string): boolean {
  const [room = '', uid = ''] = path.split('/')
  const { whole, rows } = fields[understood.kind]
  if (whole.includes(room)) return true
  return rows.includes(room) && hasRow(understood.kind === 'protocol' ? understood.protocol : understood.roadmap, uid)
}

/** Whether a row of this name is anywhere in the draft. */
function hasRow(value: unknown, uid: string): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some((one) => hasRow(one, uid))
  return ('uid' in value && value.uid === uid) || Object.values(value).some((one) => hasRow(one, uid))
}
