import {
  begins,
  DATIVE_ROLE,
  infinitiveAt,
  isDativeName,
  masked,
  NOMINATIVE_ROLE,
  OF_OBJECT,
  OFFICE,
  ORGANISATION,
  PARTICIPLE_DATIVE,
  PARTICIPLE_NOMINATIVE,
  PLURAL_DATIVE,
  SCHOOL,
} from './addressee-words'
import { findNames, nameAt } from './people'
import { cut, type Piece, strip } from './piece'

/** The words in the dative before the verb, or before a colon; null when the clause begins otherwise. */
export function leading(piece: Piece): Piece | null {
  const { text } = piece
  const verb = infinitiveAt(text)
  const colon = masked(text.slice(0, 220)).indexOf(':')
  // «Каменская СОШ, Троицкая СОШ: посетить школы»: whoever stands before a colon and a verb.
  if (colon > 0 && verb > colon && verb - colon < 40) {
    const named = strip(cut(piece, 0, colon))
    const somebody =
      NOMINATIVE_ROLE.test(named.text) ||
      PARTICIPLE_NOMINATIVE.test(named.text) ||
      nameAt(named.text) !== null ||
      /(?:СОШ|ООШ|НОШ|СШ)(?!\p{L})/u.test(named.text)
    if (somebody) return named
  }
  const name = nameAt(text)
  if (name) {
    if (verb < 0 || verb > 220 || !isDativeName(text.slice(0, name.to))) return null
    // «Столбову Н.А. рекомендовать» is about her; «Самарцевой Е.В. назначить» charges her.
    if (OF_OBJECT.test(text.slice(verb)) && !/ой(?=\s|\.|$)/u.test(text.slice(0, name.to))) return null
    const end = endOfNames(text, name.to, verb)
    // What stands between them and the verb is its object or a time, not a sentence more.
    if (verb - end > 70 || /[,;]/u.test(masked(text.slice(end, verb)).replace(/,\s*$/u, ''))) return null
    return strip(cut(piece, 0, end), ',:–—-')
  }
  const role =
    SCHOOL.exec(text) ??
    DATIVE_ROLE.exec(text) ??
    PLURAL_DATIVE.exec(text) ??
    PARTICIPLE_DATIVE.exec(text) ??
    ORGANISATION.exec(text) ??
    OFFICE.exec(text)
  if (!role || verb === 0 || !begins(text, role[0])) return null
  if (verb < 0 || verb > 260) return null
  if (
    OF_OBJECT.test(text.slice(verb)) &&
    !/(?:ам|ям|ым|им|ому|ему|\p{L}ой\s+(?:СОШ|ООШ|НОШ|СШ))(?!\p{L})/u.test(role[0])
  )
    return null
  return strip(cut(piece, 0, phraseEnd(text, role[0].length, verb)), ',:–—-')
}

/** Names in a row with «,» and «и» between them. */
function endOfNames(text: string, from: number, verb: number): number {
  let end = from
  for (;;) {
    const link = /^\s*(?:\([^()]{0,80}\)\s*)?(?:,\s*(?:и\s+|а также\s+)?|\s+и\s+)/u.exec(text.slice(end))
    if (!link) break
    const at = end + link[0].length
    const next = nameAt(text.slice(at))
    if (next && at + next.to <= verb + 1) {
      end = at + next.to
      continue
    }
    const role = DATIVE_ROLE.exec(text.slice(at))
    if (!role || at + role[0].length > verb) break
    end = phraseEnd(text, at + role[0].length, verb)
    break
  }
  const position = /^\s*,\s*(?=\p{Ll})[^,]{3,60},\s*$/u.exec(text.slice(end, verb))
  return position ? verb : end
}

/** Words between the role and the verb that are about the doing, not the doer. */
const ABOUT_DOING =
  /[\s,]+(?:совместно|в\s+срок|в\s+течение|в\s+рамках|в\s+период|в\s+(?:январ|феврал|март|апрел|ма[ей]|июн|июл|август|сентябр|октябр|ноябр|декабр)|до\s+\d|к\s+\d|с\s+\d|не\s+позднее|не\s+позже|ежемесячно|ежеквартально|ежегодно|ежедневно|еженедельно|регулярно|постоянно|своевременно|активно|оперативно|систематически|обязательно|дополнительно|самостоятельно|незамедлительно|срочно|тщательно|продолжать|ещё|еще|также|при|через|после|перед|без|согласно|пут[её]м|с\s+целью|с\s+уч[её]том|в\s+целях|в\s+соответствии|во\s+время|на\s+основании|по\s+(?:мере|возможности|итогам|результатам|окончании)|для|необходимо|следует|рекомендуется|предлагается|надо|нужно|поручить|[-–—]\s|:)(?!\p{L})/iu

function phraseEnd(text: string, from: number, verb: number): number {
  const between = masked(text.slice(0, verb)).slice(from)
  const doing = ABOUT_DOING.exec(between)
  // «Малышкиной Т.Г. (СОШ № 9)»: where she works is not who she is; «группе (Сизова И.Н., Уткин П.А.)» is them.
  const bracket = /\s\(([^()]*)/u.exec(text.slice(from, verb))
  const apart = bracket && findNames(bracket[1] ?? '').length === 0 ? bracket.index : between.length
  const end = from + Math.min(doing?.index ?? between.length, apart)
  // Adverbs just before the verb: «внимательно изучить».
  const adverb = /(?:\s+\p{Ll}{4,}(?:но|ски|чно))+\s*$/u.exec(text.slice(from, end))
  return adverb ? from + adverb.index : end
}
