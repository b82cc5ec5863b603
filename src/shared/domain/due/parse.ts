import { isRealDate } from '../dates'
import type { Due, DueContext } from './due'
import { fieldDues, wholeDues } from './field'
import { prepare } from './prepare'
import { sentenceDues } from './sentence'

/**
 * Dues named in a text, in its order. `ctx.date` is the meeting's date: a due without a year is the nearest period that
 * has not ended by then. In `field` mode the whole text is a срок and unknown words become a due without dates; in
 * `sentence` mode only what is surely a срок is taken. Throws RangeError if `ctx.date` is not a real ISO date.
 * Forms: those of the protocols and road maps in use (see the tests); recurrences as documented for the import.
 */
export function parseDues(text: string, ctx: DueContext): Due[] {
  if (!isRealDate(ctx.date)) throw new RangeError(`not a date: ${ctx.date}`)
  const source = { text, prepared: prepare(text) }
  return ctx.mode === 'field' ? fieldDues(source, 0, text.length, ctx) : sentenceDues(source, ctx)
}

/** Whether the text is dues and nothing else, as the cell of a plan is: «март – май», «Срок: до 10 октября». */
export function isWholeDue(text: string, ctx: DueContext): boolean {
  return text.trim() !== '' && wholeDues({ text, prepared: prepare(text) }, 0, text.length, ctx) !== null
}
