import {
  DATIVE_ROLE,
  isDative,
  isDativePlural,
  masked,
  NAMED_SCHOOL,
  NOMINATIVE_ROLE,
  ORGANISATION,
  SCHOOL,
} from './addressee-words'
import { nameAt } from './people'
import { cut, type Piece, strip } from './piece'

const SEPARATOR = /\s*[;\n]\s*|,\s*(?:(?:и|а также)\s+)?|\s+(?:и|а также)\s+/gu

/**
 * Several in a row: «Ивановой А.А., Петровой Б.Б.» are two, «Руководителям ИБЦ, МИБЦ» and «директорам школ № 3, 6» one:
 * a part that names nobody by itself belongs to the one before.
 */
export function split(phrase: Piece, isDue: (text: string) => boolean = () => false): Piece[] {
  const hidden = masked(phrase.text)
  const parts: Piece[] = []
  let from = 0
  const cutAt = (to: number, next: number): void => {
    parts.push(strip(cut(phrase, from, to)))
    from = next
  }
  for (const match of hidden.matchAll(SEPARATOR)) {
    const next = match.index + match[0].length
    const rest = phrase.text.slice(next)
    const before = phrase.text.slice(from, match.index)
    if (!namesSomebody(rest, before) && !/[;\n]/u.test(match[0]) && !isDue((/^[^,;]*/u.exec(rest) ?? [''])[0])) continue
    cutAt(match.index, next)
  }
  cutAt(phrase.text.length, phrase.text.length)
  return parts
    .map((part) => strip(part, ',;.'))
    .map((part, index) => keepInitial(part, parts[index]))
    .filter(({ text }) => /\p{L}{2}/u.test(text))
}

/** The dot of an initial stays: «Ларина П.К.». */
const keepInitial = (part: Piece, whole: Piece | undefined): Piece =>
  whole && /(?:^|[\s.])\p{Lu}$/u.test(part.text) && whole.text.startsWith(`${part.text}.`)
    ? cut(whole, 0, part.text.length + 1)
    : part

function namesSomebody(text: string, before: string): boolean {
  if (nameAt(text)) return true
  // Schools in a row are each one; after «директорам школ № 3, 6» they are hers.
  if (SCHOOL.test(text)) return SCHOOL.test(before)
  if (NAMED_SCHOOL.test(text)) return NAMED_SCHOOL.test(before)
  if (ORGANISATION.test(text) && ORGANISATION.test(before)) return true
  // «Руководителям ИБЦ и школьных библиотек»: no dative, so they are hers too.
  if (isDativePlural(before) && !isDative(text)) return false
  const bareName = nameAt(before)
  const role = DATIVE_ROLE.exec(text)?.[0] ?? NOMINATIVE_ROLE.exec(text)?.[0]
  if (role === undefined) return /^\p{L}+(?:ые|ие|ым|им)\s+\p{L}+(?:ы|и|а|я|ам|ям)(?!\p{L})/iu.test(text)
  // «Иванова И.И., методист ИМЦ»: her position.
  if (
    bareName &&
    bareName.to >= before.trim().length &&
    !/(?:ам|ям|ые|ие|и|ы)(?:\s|$)/iu.test(role.split(/\s+/u).at(-1) ?? '')
  )
    return !/^\p{Ll}/u.test(text)
  return !/^(?:РМО|ГМО|ШМО|ИБЦ|МИБЦ|РРИБЦ|ИМЦ|ЦРО|РМК|ММЦ|ЦСО)/u.test(text)
}
