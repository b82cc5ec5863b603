import { split } from './addressee-split'
import { DATIVE_ROLE, INFINITIVE, isDativeName, masked, NOMINATIVE_ROLE, NOT_VERBS } from './addressee-words'
import { leading } from './leading-addressees'
import { findNames, nameAt, onlyPeople } from './people'
import { cut, type Piece, splitBy, strip } from './piece'

/** Addressees who do not stand before the verb: after a label, between dashes, in brackets, charged by another verb. */

const LABEL =
  /(?:^|[\s(,;.])(?:ответственн(?:ый|ая|ые|ое)(?:\s+за\s+(?:исполнение|выполнение|реализацию)(?:\s+решения)?|\s+(?:лиц[оа]|исполнител[ьи]))?|отв(?:етств?)?\.?|исполнител[ьи]|исп\.)(?:\s*(?:[:–—-]+\s*|(?<=\.)\s*)(?=\S)|\s+(?=[А-ЯЁ][а-яё]+\s[А-ЯЁ]\.))/giu

/** After «Ответственный:», «отв.»; up to the end of the line, of the bracket or to «Срок». */
export function labelled(piece: Piece, isDue: (text: string) => boolean): Piece[] {
  const found: Piece[] = []
  for (const match of piece.text.matchAll(LABEL)) {
    const from = match.index + match[0].length
    const inBracket = match[0].includes('(') || depthAt(piece.text, from) > 0
    const rest = piece.text.slice(from, from + 600)
    const stop = (
      inBracket
        ? /[)\n;]/u
        : /\n|\s+(?:срок|контроль)(?!\p{L})|\s\(|(?<!(?:\p{Lu}|зав|зам|им|пос|[\s.]с|[\s.]г))\.\s+(?=\p{Lu})|;\s*(?=срок)/iu
    ).exec(rest)
    const phrase = strip(cut(piece, from, from + (stop?.index ?? rest.length)), ',;')
    found.push(...split(phrase, isDue).filter(({ text }) => !isDue(text) && !/^срок/iu.test(text)))
  }
  return found
}

/** «Ролик выложить в чат. — Пичугин З.О. — по готовности»: who stands between dashes, before the срок or last. */
export function dashed(piece: Piece, isDue: (text: string) => boolean): Piece[] {
  const marks = [...masked(piece.text).matchAll(/\s+[–—]\s+/gu)]
  if (marks.length === 0) return []
  const parts = marks.map((mark, index) => cut(piece, mark.index + mark[0].length, marks[index + 1]?.index))
  const bare = parts.map((part) => strip(part, ',;'))
  const due = bare.findLastIndex(
    ({ text }) => isDue(text) || /^(?:срок\s*[:–-]|по\s+(?:мере\s+)?готовност)/iu.test(text),
  )
  const who = due > 0 ? bare[due - 1] : due < 0 && marks.length > 1 ? bare.at(-1) : undefined
  if (!who || who.text.length > 200 || nameAt(who.text) === null) return []
  return onlyPeople(who) ? split(who, isDue) : []
}

/** «… в чате РМО (Еремеева Т.В., до 20.11.2024)»: who stands in brackets beside the срок. */
export function bracketed(piece: Piece, isDue: (text: string) => boolean): Piece[] {
  return [...piece.text.matchAll(/(?<=\s)\(([^()]{5,200})\)(?=\s*(?:[.;]|$|\n))/gu)].flatMap((match) => {
    const inside = cut(piece, match.index + 1, match.index + match[0].length - 1)
    const parts = splitBy(inside, /\s*[,;]\s*/gu)
    // «июнь 2023 г.» is a срок here, though it would be none among other words.
    const due = parts.findIndex(({ text }) => isDue(text) || isDue(`в ${text}`))
    const who =
      due > 0
        ? strip(cut(inside, 0, inside.text.indexOf(parts[due]?.text ?? '')), ',;')
        : due < 0 && onlyNames(inside)
          ? inside
          : null
    if (!who || LABEL_AT_START.test(who.text)) return []
    const named = nameAt(who.text) !== null ? onlyPeople(who) : NOMINATIVE_ROLE.test(who.text) && who.text.length < 80
    return named ? split(who, isDue) : []
  })
}

/** «(Голубева Н.С.)», «(Блинова О.А. и Драгунова В.В.)» */
const onlyNames = ({ text }: Piece): boolean => {
  const names = findNames(text)
  const rest = names.reduceRight((left, { from, to }) => left.slice(0, from) + left.slice(to), text)
  return names.length > 0 && /^(?:[\s,;]|и(?=\s))*$/u.test(rest)
}

/** «отв. Иванова И.И.» in brackets is read by its label. */
const LABEL_AT_START = /^(?:отв|исп|срок)/iu

function depthAt(text: string, at: number): number {
  let depth = 0
  for (const char of text.slice(0, at)) depth += char === '(' ? 1 : char === ')' ? -1 : 0
  return depth
}

const CHARGE =
  /ответственн(?:ым|ой|ыми)\s+[^.;]{0,80}?назначить\s+(?=\p{Lu})|(?:возложить|возлагается|оставить|закрепить)(?:\s+\p{L}+){0,6}?\s+(?:на|за)\s+(?=\p{L})|(?:рекомендовать|поручить|предложить|обязать|просить|рекомендуется|поручается)\s+(?=\p{L})|[;,.]\s+(?:руководитель|координатор|куратор)\s+[–—-]\s+(?=\p{Lu})/giu

/** «Контроль возложить на Чижову Р.А.», «Рекомендовать руководителям школ заключать …». */
export function charged(piece: Piece): Piece[] {
  const found: Piece[] = []
  for (const match of masked(piece.text).matchAll(CHARGE)) {
    const from = match.index + match[0].length
    const rest = cut(piece, from)
    const name = nameAt(rest.text)
    if (/^возл|^остав|^закреп/iu.test(match[0])) {
      if (!name && !NOMINATIVE_ROLE.test(rest.text)) continue
      const stop = /[;\n]|\s\(|(?<!\p{Lu})\.\s+\p{Lu}|,\s+(?!\p{Lu})/u.exec(masked(rest.text))
      found.push(...split(strip(cut(rest, 0, stop?.index ?? rest.text.length), ',;')))
    } else if (/[–—-]\s+$|назначить\s+$/u.test(match[0])) {
      if (name) found.push(cut(rest, 0, name.to))
    } else {
      const phrase = leading(rest)
      if (phrase && !(name && !isDativeName(rest.text.slice(0, name.to)))) found.push(...split(phrase))
    }
  }
  return found
}

const TRANSFER =
  /(?:направ|представ|предостав|сооб|пере|сдат|сдав|высл|довес|довод|отправ|объяв|напом|отчит|помо|оказ|присл|разосл|вруч|выд|дать|предлож|реком|поруч)\p{L}*$/iu

/** «график подготовить секретарю группы Щукиной Ж.А.»: the doer after the verb, unless something is handed to her. */
export function after(piece: Piece): Piece[] {
  const hidden = masked(piece.text)
  for (const match of hidden.matchAll(INFINITIVE)) {
    if (NOT_VERBS.test(match[0]) || TRANSFER.test(match[0])) continue
    const from = match.index + match[0].length
    const rest = strip(cut(piece, from))
    const role = /^\p{L}+(?:у|ю|ам|ям|ому|ему)(?!\p{L})/u.test(rest.text) ? DATIVE_ROLE.exec(rest.text) : null
    const name = role ? findNames(rest.text.slice(0, 120))[0] : undefined
    if (!role || !name || name.from < role[0].length || /[,.;(]/u.test(rest.text.slice(0, name.from))) continue
    return [cut(rest, 0, name.to)]
  }
  return []
}
