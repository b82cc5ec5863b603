import type { Asked } from './ask'
import { answers, type Found } from './conditions'
import { isOwn } from './document'
import type { FoundDoc } from './find'
import { kindAt } from './kinds'
import { dateTokens, textTokens } from './tokens'

/** What is looked for by its name alone is a school or a person before it is a decision that mentions them. */
const ofKind: Readonly<Record<string, number>> = {
  school: 7,
  librarian: 7,
  association: 5,
  meeting: 4,
  roadmap: 4,
  event: 4,
  subject: 2,
  textbook: 3,
  'write-off-campaign': 3,
  'write-off': 2,
  transfer: 2,
  decision: 1,
  'roadmap-item': 1,
}

/**
 * Best first: called exactly so, beginning so, all words in the name, some in what stands beside it, the rest in the
 * details; the kind that was named; the person whose initials these are. Among equals the nearer date.
 */
export function inOrder(docs: readonly FoundDoc[], found: readonly Found[], asked: Asked, today: string): FoundDoc[] {
  const now = Date.parse(today)
  const scored = docs.map((doc) => ({
    doc,
    score: scoreOf(doc, found, asked),
    far: doc.date === null ? 0 : Math.abs(now - Date.parse(doc.date)),
  }))
  scored.sort((one, other) => other.score - one.score || one.far - other.far || one.doc.id - other.doc.id)
  return scored.map(({ doc }) => doc)
}

const wordsOfKinds = new Map<number, readonly string[]>()
function wordsOfKind(place: number): readonly string[] {
  let words = wordsOfKinds.get(place)
  if (!words) {
    words = textTokens(kindAt(place)?.words ?? '')
    wordsOfKinds.set(place, words)
  }
  return words
}

/** Where of these words the piece is answered, the first of them; −1: nowhere. And whether by whole words. */
function placeIn(words: readonly string[], { ways }: Found): { at: number; whole: boolean } {
  let best = { at: -1, whole: false }
  for (const way of ways) {
    const places = way.map((sought) => words.findIndex((word) => answers(sought, word)))
    if (places.includes(-1)) continue
    const whole = way.every(({ begins }) => begins !== true) || places.every((at, i) => words[at] === way[i]?.token)
    if (best.at === -1 || (whole && !best.whole)) best = { at: Math.min(...places), whole }
  }
  return best
}

function scoreOf(doc: FoundDoc, found: readonly Found[], { initials }: Asked): number {
  const title = doc.title.split(' ').filter((word) => !isOwn(word))
  const beside = doc.beside.split(' ')
  const kind = wordsOfKind(doc.kind)
  let [titled, wholly, near, meant, dated] = [0, 0, 0, 0, 0]
  const places: number[] = []
  for (const one of found) {
    const inTitle = placeIn(title, one)
    if (
      one.piece.type === 'ways' &&
      one.piece.isDate &&
      doc.date !== null &&
      placeIn(dateTokens(doc.date), one).at >= 0
    ) {
      dated += 1
    }
    if (inTitle.at >= 0) {
      titled += 1
      places.push(inTitle.at)
      if (inTitle.whole) wholly += 1
    } else if (placeIn(kind, one).at >= 0) meant += 1
    else if (placeIn(beside, one).at >= 0) near += 1
  }
  const record = kindAt(doc.kind)?.record ?? ''
  // A word for the kind and a date say which, not how it is called.
  const names = Math.max(1, found.length - meant)
  let score = ofKind[record] ?? 0
  score += 12 * meant + 12 * dated
  score += (30 * titled + 14 * near) / names + 4 * (wholly / names)
  if (titled > 0) score += 14 * (titled / title.length)
  if (titled > 0 && titled + dated >= names) score += 20
  const inTurn = places.every((at, i) => i === 0 || at > (places[i - 1] ?? 0))
  if (places.length > 1 && inTurn) score += 3
  if (places.length > 1 && inTurn && (places.at(-1) ?? 0) - (places[0] ?? 0) === places.length - 1) score += 3
  if (places.includes(0)) score += 5
  if (titled === title.length && titled === found.length && inTurn) score += 15
  if (initials.length > 0 && record === 'librarian') {
    const names = doc.name.toLowerCase().split(' ').slice(1)
    const fits = initials.filter((letter, at) => names[at]?.startsWith(letter)).length
    score += fits === initials.length ? 15 : -10
  }
  return score
}
