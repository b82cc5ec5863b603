import type { Decision, Meeting } from '@shared/contract/meetings'
import { insertDecision, insertItem, type Place, updateDecision, updateItem } from './agenda'
import { newDecision, newItem } from './blank'
import { type DueReader, retype } from './decision-text'

/** An agenda or a list of decisions pasted from Word or from a letter: a line is an item, its number is ours. */

/** «1. О плане», «2) Обмен», «– Разное»; not «2026 год» nor «1.5 ставки». */
const NUMBER = /^\s*(?:\d{1,2}(?:\.\d{1,2})*(?:[.)]\s*(?!\d)|\s*[)])|[-–—•·*]\s+)/u

/** Lines of pasted text without numbers and bullets; null when it is one line and is pasted as it is. */
export function linesToPaste(text: string): string[] | null {
  const lines = text
    .split(/\r?\n/u)
    .map((line) => line.replace(NUMBER, '').replace(/\s+/gu, ' ').trim())
    .filter(Boolean)
  return lines.length > 1 ? lines : null
}

/** The first line becomes the title of this item, the others items after it. */
export function pasteItems(meeting: Meeting, uid: string, lines: readonly string[]): Meeting {
  const [first = '', ...others] = lines
  let after = uid
  return others.reduce(
    (now, title) => {
      const item = newItem(title)
      const next = insertItem(now, item, after)
      after = item.uid
      return next
    },
    updateItem(meeting, uid, { title: first }),
  )
}

/** The first line becomes the text of this decision, the others decisions after it; dues in them are read. */
export function pasteDecisions(
  meeting: Meeting,
  place: Place,
  uid: string,
  lines: readonly string[],
  read: DueReader,
): Meeting {
  const [first = '', ...others] = lines
  const typed = (decision: Decision, text: string) => retype(decision, text, read)
  let after = uid
  return others.reduce(
    (now, text) => {
      const decision = typed(newDecision(), text)
      const next = insertDecision(now, place, decision, after)
      after = decision.uid
      return next
    },
    updateDecision(meeting, uid, (decision) => typed(decision, first)),
  )
}
