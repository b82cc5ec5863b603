import type { PersonRef } from '../../contract/fields'
import type { Speech } from '../../contract/meetings'
import { parsePersonName, sameNameDeclined } from '../../domain/text/names'
import { line, lineOf } from '../block-makers'
import type { Paragraph } from '../model'
import { paragraphs, printable } from '../text'
import { personText } from './people'

/** What was said: «who — what» in the full protocol, the speaker as a heading in the programme. */

/** Speeches in the order they were made, neighbours of one kind together: СЛУШАЛИ, ВЫСТУПИЛИ. */
export function groups(speeches: readonly Speech[]): { kind: Speech['kind']; speeches: Speech[] }[] {
  const found: { kind: Speech['kind']; speeches: Speech[] }[] = []
  for (const speech of speeches) {
    if (isEmpty(speech)) continue
    const last = found[found.length - 1]
    if (last?.kind === speech.kind) last.speeches.push(speech)
    else found.push({ kind: speech.kind, speeches: [speech] })
  }
  return found
}

export function isEmpty(speech: Speech): boolean {
  return personText(speech.speaker) === '' && speech.text.trim() === ''
}

export const speechLabels: Record<Speech['kind'], string> = { report: 'СЛУШАЛИ:', remark: 'ВЫСТУПИЛИ:' }

/** «Ветлугина Н.С., руководитель РМО — предложила план…», further paragraphs below. */
export function minutes(speech: Speech): Paragraph[] {
  const [first, ...rest] = paragraphs(speech.text)
  const who = first !== undefined && saysWho(first, speech.speaker) ? '' : printable(personText(speech.speaker))
  const opening = first === undefined ? who : who === '' ? first : `${who}${joint(first)}${continued(first)}`
  return [opening, ...rest].map((text) => lineOf('body', [{ text }]))
}

/**
 * Whether the words of the paper it was read from name the speaker themselves: «По второму вопросу выступила
 * руководитель РМО Ветлугина Н.С. с отчётом…». Then nobody is put before them a second time.
 */
function saysWho(text: string, speaker: PersonRef): boolean {
  const opening = /^(?:по\s+\S+(?:\s+\S+)?\s+вопросу|(?:за)?слушали|выступил[аи]?)(?!\p{L})/iu.test(text)
  const name = parsePersonName(speaker.name)
  if (!opening || name === null) return false
  const beginning = text.slice(0, 200)
  const named = [...beginning.matchAll(/\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\.\s?\p{Lu}\.?/gu)].some(([found]) => {
    const other = parsePersonName(found)
    return other !== null && sameNameDeclined(name, other)
  })
  return named && phraseSaid(beginning, speaker.position)
}

/** Every word of the position, in whatever form: «руководитель МО» is said by «руководителя МО». */
function phraseSaid(text: string, position: string): boolean {
  const words = (of: string): string[] => of.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const said = words(text)
  const stem = (word: string): string => (word.length > 4 ? word.slice(0, -2) : word)
  return words(position).every((word) => said.some((other) => other.startsWith(stem(word))))
}

/** «…, которая предложила» goes on as a clause; everything else after a dash. */
function joint(text: string): string {
  return /^котор\p{L}+(?!\p{L})/iu.test(text) ? ', ' : '\u00A0— '
}

/**
 * A sentence that goes on after the dash begins with a small letter when it plainly can: with a verb («Предложила») or
 * «О…». Any other capital may be a name, so it stays.
 */
function continued(text: string): string {
  const plain = /^(?:Об?|По|Про)\s|^\p{Lu}\p{Ll}{3,}(?:[аяиыеу]л[аи]?|[аяиыеу]л[аи]?с[ья])(?!\p{L})(?!\s+\p{Lu})/u
  return plain.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

/** The speaker's name as a heading, running text below. */
export function speakerAndText(speech: Speech): Paragraph[] {
  const who = personText(speech.speaker)
  const text = paragraphs(speech.text).map((paragraph) => lineOf('body', [{ text: paragraph }]))
  return who === '' ? text : [line('speaker', who, text.length === 0 ? { keepNext: false } : {}), ...text]
}
