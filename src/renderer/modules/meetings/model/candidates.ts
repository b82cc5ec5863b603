import type { Addressee, Phrase } from '@shared/contract/meetings'
import { fold, ranked } from '../../../components/pick/ranked'
import type { LibrarianOption } from './attendance'
import { newAddressee } from './blank'

/** What «@» and «/» offer. */

export interface Candidate {
  key: string
  kind: Addressee['kind']
  /** As it is listed. */
  label: string
  detail: string
  /** As it is written into the text: «руководителям ИБЦ», «Лядовой И.П.». */
  words: string
  librarianId: number | null
  schoolId: number | null
}

/** Whom decisions of such meetings address, in the dative as they are written. */
export const commonGroups = [
  'руководителям ИБЦ',
  'библиотекарям школ',
  'педагогам-библиотекарям',
  'заведующим библиотеками',
  'директорам школ',
  'руководителям ИБЦ, МИБЦ',
  'членам РМО',
  'рабочей группе',
] as const
export const commonRoles = ['руководителю РМО', 'секретарю РМО', 'руководителю МИБЦ', 'методисту'] as const

export interface Sources {
  librarians: readonly LibrarianOption[]
  schools: readonly { id: number; name: string }[]
  /** Addressees typed by hand in this meeting: offered again. */
  used: readonly string[]
  /** How a full name is written as an addressee. */
  toWhom: (name: string) => string
}

/** Candidates whose words begin with the words of the query, the closest first; groups lead while nothing is typed. */
export function candidatesFor(query: string, sources: Sources, limit = 8): Candidate[] {
  const all = [...groups(sources.used), ...sources.librarians.map(person(sources)), ...sources.schools.map(school)]
  return ranked(query, all, limit)
}

export function addresseeOf(candidate: Candidate, words = candidate.words): Addressee {
  return newAddressee(candidate.kind, words, candidate)
}

/** Phrases by their key, then by their words. */
export function phrasesFor(query: string, phrases: readonly Phrase[], limit = 8): Phrase[] {
  const sought = fold(query).trim()
  const byKey = phrases.filter((phrase) => fold(phrase.key).startsWith(sought))
  const byText = phrases.filter((phrase) => !byKey.includes(phrase) && fold(phrase.text).includes(sought))
  return [...byKey, ...byText].slice(0, limit)
}

/** A phrase whose key is typed in full. */
export function exactPhrase(query: string, phrases: readonly Phrase[]): Phrase | undefined {
  return phrases.find((phrase) => fold(phrase.key) === fold(query))
}

function groups(used: readonly string[]): Candidate[] {
  const roles: readonly string[] = commonRoles
  return [...new Set<string>([...commonGroups, ...commonRoles, ...used])].map((words) => ({
    key: `group:${words}`,
    kind: roles.includes(words) ? 'role' : 'group',
    label: words,
    detail: roles.includes(words) ? 'должность' : 'группа',
    words,
    librarianId: null,
    schoolId: null,
  }))
}

function person({ toWhom }: Sources) {
  return (option: LibrarianOption): Candidate => ({
    key: `person:${option.id}`,
    kind: 'person',
    label: option.name,
    detail: [option.position, option.school].filter(Boolean).join(', '),
    words: toWhom(option.name),
    librarianId: option.id,
    schoolId: null,
  })
}

function school(option: { id: number; name: string }): Candidate {
  return {
    key: `school:${option.id}`,
    kind: 'school',
    label: option.name,
    detail: 'школа',
    words: option.name,
    librarianId: null,
    schoolId: option.id,
  }
}
