import { parsePersonName, sameNameDeclined } from '@shared/domain/text/names'
import { addPeople } from './head'
import type { Paper } from './paper'
import { findNames, type Person, people } from './people'
import { cut, line, type Piece, strip } from './piece'
import { PAST_AT, VERB_AT } from './verbs'

/** The signatures under a protocol: «Председатель ______ О.П. Ромашкина». */

const ROLES =
  /(?<secretary>(?:ответственн\p{L}+\s+)?секретар(?:ь|я|иат(?:\s+круглого\s+стола)?)(?!\p{L})|записал[аи]?(?!\p{L})|протокол(?!\p{L})[\s:]{1,3}(?:в[её]л\p{L}*|вед[её]т|составил\p{L}*|подготовил\p{L}*|оформил\p{L}*|записал\p{L}*)|в[её]л\p{L}{0,2}\s+протокол|протоколировал\p{L}*|протокол\s+подписал\p{L}*)|(?<chair>(?:со)?председател(?:ь|и|ьствующ\p{L}+|ьствовал\p{L}*)(?!\p{L})|руководител[ьи](?!\p{L})|ведущ(?:ий|ая|ие)(?!\p{L})|модератор(?:ы)?(?!\p{L}))/giu

const AT_START = new RegExp(`^(?:подпис[ьи]:?\\s*)?(?:${ROLES.source})`, 'iu')

/** Whether a line is signed: a role at its beginning, a name or a line to sign on, and no sentence. */
export function looksSigned(piece: Piece): boolean {
  const { text } = piece
  if (text.length > 260 || !AT_START.test(text)) return false
  const role = AT_START.exec(text)?.[0] ?? ''
  const rest = text.slice(role.length)
  const names = findNames(rest)
  const blank = /_{2,}|\/|\t/u.test(rest)
  if (names.length === 0 && !blank)
    return rest.trim().length <= 40 && !/[:–—]\s*\p{L}/u.test(rest) && !/[.!?]/u.test(rest)
  const bare = rest.replace(/[_/\t]+/gu, ' ').trim()
  const words = bare.split(/\s+/u)
  return (
    !words.some((word, index) => VERB_AT.test(words.slice(index).join(' ').slice(0, 40)) && /л[аио]?$/u.test(word)) &&
    !PAST_AT.test(bare)
  )
}

/** «Начальник управления ______ М.Ф. Корнилов»: a position of any words and the name of one whom the head names. */
export function signedByKnown(paper: Paper, piece: Piece): boolean {
  const { text } = piece
  if (text.length > 260 || !/\t|_{2,}|\/|\s{3,}/u.test(text) || /[.!?]\s+\p{Lu}\p{Ll}+\s\p{Ll}/u.test(text))
    return false
  const names = findNames(text)
  const last = names[0]
  if (names.length !== 1 || !last || last.from === 0 || /[\p{L}\p{N}]/u.test(text.slice(last.to))) return false
  return paper.protocol.chairs.some(({ name }) => isSame(name, text.slice(last.from, last.to)))
}

/** Reads such a line: another place of the chair. */
export function readKnown(paper: Paper, piece: Piece): void {
  const name = findNames(piece.text)[0]
  const chair = name
    ? paper.protocol.chairs.find((one) => isSame(one.name, piece.text.slice(name.from, name.to)))
    : undefined
  if (chair) paper.again(`chairs/${chair.uid}`, piece)
}

export type SignatureRole = 'chair' | 'secretary'

/** Reads a signed line; answers the role whose name stands in the next line, if any. */
export function readSignature(paper: Paper, piece: Piece, pending: SignatureRole | null): SignatureRole | null {
  const marks = [...piece.text.matchAll(ROLES)].filter((match) => isRole(piece.text, match.index))
  const starts = marks.map((match) => match.index)
  let open = pending
  if (marks.length === 0 || (starts[0] ?? 0) > 0) {
    const before = cut(piece, 0, starts[0] ?? piece.text.length)
    if (pending && readSigner(paper, pending, before)) open = null
  }
  marks.forEach((match, index) => {
    const role: SignatureRole = match.groups?.secretary ? 'secretary' : 'chair'
    const part = cut(piece, match.index + match[0].length, starts[index + 1] ?? piece.text.length)
    paper.label(cut(piece, match.index, match.index + match[0].length))
    open = readSigner(paper, role, part) ? null : role
    if (open) paper.label(part)
  })
  return open
}

/** «Зубарева Р.М.  Секретарь: ______»: a role begins after a gap, a blank or a full stop; «руководитель МИБЦ» after a name is a position. */
const isRole = (text: string, at: number): boolean =>
  at === 0 ||
  (/(?:^|[\t_/;.»)]\s*|подпис\p{L}+:?\s*|[.,]\s)$/iu.test(text.slice(0, at)) && /\p{Lu}/u.test(text.charAt(at))) ||
  (/:\s*$|,\s*$/u.test(text.slice(0, at)) && /подписал/iu.test(text))

export function readSigner(paper: Paper, role: SignatureRole, piece: Piece): boolean {
  const names = findNames(piece.text)
  const first = names[0]
  if (!first) return false
  const lead = strip(cut(piece, 0, first.from), '_/:;,–—- ')
  const found = people(cut(piece, first.from))
  // Words between role and name («заседания РМО») belong to the role.
  paper.label(lead)
  for (const person of found) sign(paper, role, person)
  return found.length > 0
}

function sign(paper: Paper, role: SignatureRole, person: Person): void {
  const { protocol } = paper
  const bare = { name: strip(person.name, '_/,'), position: strip(person.position, '_/,() ') }
  const known =
    role === 'secretary' ? (protocol.secretary ? [{ uid: '', ...protocol.secretary }] : []) : protocol.chairs
  const same = known.find(({ name }) => isSame(name, line(bare.name)))
  if (same) {
    paper.again(role === 'secretary' ? 'secretary' : `chairs/${same.uid}`, bare.name)
    paper.label(bare.position)
    return
  }
  if (known.length > 0) {
    // Signed by another than the head names: she is told of it.
    paper.signedBy.push({ role, name: line(bare.name) })
    paper.label(bare.name)
    paper.label(bare.position)
    return
  }
  addPeople(paper, role, [bare])
}

function isSame(a: string, b: string): boolean {
  const [x, y] = [parsePersonName(a), parsePersonName(b)]
  return x !== null && y !== null ? sameNameDeclined(x, y) : a === b
}
