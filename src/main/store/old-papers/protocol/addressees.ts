import { split } from './addressee-split'
import {
  DATIVE_ROLE,
  infinitiveAt,
  isDativeName,
  isDativePlural,
  masked,
  ORGANISATION,
  PLURAL_DATIVE,
  ROLE,
  SCHOOL,
} from './addressee-words'
import { after, bracketed, charged, dashed, labelled } from './addressees-elsewhere'
import { leading } from './leading-addressees'
import { findNames, nameAt } from './people'
import { cut, type Piece, strip, stripStop } from './piece'

/** Who is to do it: «Руководителям ИБЦ, МИБЦ …», «Отв.: Иванова А.А., школьные библиотекари», «возложить на …». */

/** Addressees of a decision in the order of its words. */
export function addresseesOf(piece: Piece, isDue: (text: string) => boolean): Piece[] {
  const head = cut(piece, 0, 4000)
  const found: Piece[] = []
  const add = (pieces: readonly Piece[]): void => {
    for (const one of pieces) {
      if (one.text !== '' && !found.some((other) => (other.at[0] ?? -1) === (one.at[0] ?? -1))) found.push(one)
    }
  }
  for (const start of clauseStarts(head.text)) {
    const phrase = leading(strip(cut(head, start)))
    if (phrase) add(split(phrase))
  }
  add(charged(head))
  add(labelled(head, isDue))
  add(dashed(head, isDue))
  add(bracketed(head, isDue))
  if (found.length === 0) add(after(head))
  return found.sort((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0))
}

/** Beginnings of sentences, and of clauses after «;» or a comma. */
function clauseStarts(text: string): number[] {
  const hidden = masked(text)
  const starts = [0]
  for (const match of hidden.matchAll(
    /(?:(?<!(?:^|[^\p{L}])(?:\p{L}|гг?|ст|им|пос|см|зав|зам|отв|кл|др|пр|экз|руб|Зав|Зам|Отв))[.!?;]\s+|\n)(?=\p{L})|,\s+(?=\p{Ll})/gu,
  )) {
    const at = match.index + match[0].length
    // After a comma only a role in the dative with its own verb close by.
    if (match[0].startsWith(',') && !(DATIVE_ROLE.test(text.slice(at)) && isDativePlural(text.slice(at)))) continue
    starts.push(at)
  }
  return starts
}

export type AddresseeKind = 'group' | 'role' | 'person' | 'school'

export function kindOf(text: string): AddresseeKind {
  if (findNames(text).some(({ from }) => masked(text).charAt(from) !== '_') || nameAt(text, true)?.to === text.length)
    return 'person'
  if (SCHOOL.exec(text)?.[0].length === text.length) return 'school'
  const role = new RegExp(ROLE, 'iu').exec(text)?.[0]?.toLowerCase()
  if (ORGANISATION.test(text) || role === undefined || /^(?:школ|лице|гимнази|библиотек)/u.test(role)) {
    return /(?:ам|ям|ы|и)(?!\p{L})/u.test(text.split(/\s/u)[0] ?? '')
      ? 'group'
      : ORGANISATION.test(text) || role !== undefined
        ? 'school'
        : 'group'
  }
  const noun = text.split(/[\s-]+/u).find((word) => new RegExp(`^${ROLE}`, 'iu').test(word)) ?? ''
  return /(?:ам|ям|ым|им|ы|и|ие|ые)$/iu.test(noun) ||
    /^(?:все|каждо)/iu.test(text) ||
    /групп|комисси|совет|актив|членам/iu.test(noun)
    ? 'group'
    : 'role'
}

/** «Педагогам-библиотекарям:», «Рабочей группе (…)»: a heading above what they are to do; null: it is something else. */
export function addresseeHeading(piece: Piece): Piece[] | null {
  const bare = stripStop(piece, ':–—-')
  if (bare.text.length > 260) return null
  const verb = infinitiveAt(bare.text)
  if (verb >= 0 && !/^(?:рекомендовать|поручить|предложить|просить|обязать)\s/iu.test(bare.text)) return null
  const own = verb < 0 ? bare : strip(cut(bare, (/^\S+\s+/u.exec(bare.text) ?? [''])[0].length))
  const name = nameAt(own.text)
  const fits =
    (name && isDativeName(own.text.slice(0, name.to))) ||
    DATIVE_ROLE.test(own.text) ||
    SCHOOL.test(own.text) ||
    PLURAL_DATIVE.test(own.text) ||
    ORGANISATION.test(own.text)
  return fits ? split(own) : null
}
