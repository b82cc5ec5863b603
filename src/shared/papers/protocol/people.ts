import type { PersonRef } from '../../contract/fields'
import type { MeetingRecord } from '../../contract/meetings'
import { attribute, signature } from '../block-makers'
import type { Block } from '../model'
import { capitalised } from '../text'
import { gathering, ofGathering } from './context'

/** People in the head of a paper and under it. Names are printed as they were typed: old papers do not change. */

export function isNamed(person: PersonRef): boolean {
  return person.name.trim() !== '' || person.position.trim() !== ''
}

/** «Ветлугина Н.С., руководитель РМО». */
export function personText(person: PersonRef): string {
  return [person.name.trim(), person.position.trim()].filter((part) => part !== '').join(', ')
}

/** Several people in one line; semicolons where commas already stand inside. */
export function peopleText(people: readonly PersonRef[]): string {
  const texts = people.filter(isNamed).map(personText)
  return texts.join(texts.some((text) => text.includes(',')) ? '; ' : ', ')
}

/** How the one who leads is called: one word and its plural. */
export interface ChairRole {
  one: string
  many: string
}

export const presiding: ChairRole = { one: 'Председательствующий', many: 'Председательствующие' }

/** In the programme layout: «Ведущий заседания», of another gathering as the heading calls it. */
export function leading(record: MeetingRecord): ChairRole {
  const what = gathering(record) || 'заседания'
  return { one: `Ведущий ${what}`, many: `Ведущие ${what}` }
}

/** In «Руководитель: Ветлугина Н.С.» the position is the role itself and is not said twice. */
function ownRole(person: PersonRef): string | null {
  const position = person.position.trim()
  return /^(?:руководитель|председатель)$/iu.test(position) ? capitalised(position.toLowerCase()) : null
}

export function chairLines(chairs: readonly PersonRef[], role: ChairRole): Block[] {
  const people = chairs.filter(isNamed)
  const [only] = people
  if (people.length === 1 && only !== undefined) {
    const own = ownRole(only)
    return own === null ? attribute(role.one, personText(only)) : attribute(own, only.name)
  }
  return attribute(role.many, peopleText(people))
}

export function secretaryLine(record: MeetingRecord): Block[] {
  const { secretary } = record.meeting
  return secretary === null ? [] : attribute('Секретарь', personText(secretary))
}

export function invitedLine(record: MeetingRecord): Block[] {
  return attribute('Приглашённые', peopleText(record.meeting.invited))
}

export function chairSignatures(chairs: readonly PersonRef[], role: ChairRole): Block[] {
  return chairs
    .filter(isNamed)
    .map((chair) => signature(ownRole(chair) ?? role.one, [chair.name.trim() || chair.position]))
}

/** Where the head of the paper has not said the position, it stands under the name. */
export function secretarySignature(record: MeetingRecord, position: 'with-position' | 'name-only'): Block[] {
  const { secretary } = record.meeting
  if (secretary === null || !isNamed(secretary)) return []
  const label = ofGathering('Секретарь', record)
  if (position === 'name-only') return [signature(label, [secretary.name.trim() || secretary.position])]
  const named = secretary.name.trim() !== '' && secretary.position.trim() !== ''
  return [signature(label, [named ? `${secretary.name},` : secretary.name, secretary.position])]
}
