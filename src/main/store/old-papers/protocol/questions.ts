import { ordinal, roman } from './numbers'
import { cut, type Piece, strip } from './piece'

export interface Question {
  /** Agenda numbers, in order; several for «по первому и второму вопросам». */
  items: number[]
  label: Piece
  rest: Piece
}

const BY_WORD =
  /^(?:по\s+)?(?<word>\p{L}{4,}|\d{1,2}|[IVX]{1,4})(?:\s?-?\s?(?:му|ому|й|го))?(?:(?:\s+и\s+|,\s*)(?<second>\p{L}{4,}|\d{1,2})(?:-?(?:му|ому))?)?\s+(?:вопрос(?:у|ам)?|пункт(?:у|ам)?)(?:\s+(?:повестки(?:\s+дня)?|заседания|дня))*(?!\p{L})\s*[:.,–—-]*\s*/iu
const BY_NUMBER =
  /^(?:по\s+)?(?:вопрос(?:у|ам)?|пункт(?:у|ам)?|(?<=по\s+)п\.)\s*(?:повестки(?:\s+дня)?\s*)?(?:№\s?|N\s?)?(?<word>\d{1,2}|[IVX]{1,4}|перв\p{L}+|втор\p{L}+)(?:\s+повестки(?:\s+дня)?)?(?![\p{L}\d])\s*[:.,)–—-]*\s*/iu

/** «По третьему вопросу …», «По 3 вопросу», «Вопрос 3.», «Третий вопрос:»; null when no question is opened here. */
export function opensQuestion(piece: Piece): Question | null {
  const head = piece.text.slice(0, 120)
  const match = BY_NUMBER.exec(head) ?? BY_WORD.exec(head)
  if (!match?.groups) return null
  const items = [match.groups.word, match.groups.second].flatMap((word) => numberOfWord(word))
  if (items.length === 0) return null
  // «Второй вопрос вызвал споры» tells of one; a label has «по», a colon or ends the line.
  if (
    !/^по\s/iu.test(head) &&
    !/[:.,–—)-]\s*$/u.test(match[0].trimEnd()) &&
    match[0].trim().length < piece.text.trim().length &&
    !/^вопрос/iu.test(head)
  )
    return null
  return { items, label: cut(piece, 0, match[0].length), rest: strip(cut(piece, match[0].length)) }
}

function numberOfWord(word: string | undefined): number[] {
  if (!word) return []
  if (/^\d/u.test(word)) return [Number(word)]
  const value = ordinal(word) ?? roman(word)
  return value === null ? [] : [value]
}
