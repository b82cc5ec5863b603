import { formatIsbn } from '@shared/domain/isbn'
import { normKey } from '@shared/domain/text/norm'
import { textbookName } from '@shared/domain/textbook-name'
import type { Database as Sqlite } from 'better-sqlite3'
import { derive } from '../../database/derived'
import { bookEpithets, bookInitials, bookPublishers, bookSubjects } from './book-words'
import type { Inserter } from './insert'
import type { Random } from './random'
import { surnameEnds, surnameMiddles, surnameStarts } from './words'

export interface MadeBook {
  id: number
  /** Kopecks. */
  price: number
}

interface Sketch {
  subject: readonly [name: string, gradeFrom: number, gradeTo: number]
  grade: number
  fplCode: string
  level: string
}

/** A made catalogue: about a third of the editions share their code with another, which can then stand in for it. */
export function makeTextbooks(raw: Sqlite, count: number, random: Random, inserts: Inserter): MadeBook[] {
  const made: MadeBook[] = []
  const names = new Set<string>()
  const subjectIds = new Map<string, number>()
  let sketch: Sketch | null = null
  for (let place = 0; place < count; place++) {
    if (sketch === null || random.next() > 0.34) sketch = newSketch(place, random)
    const { subject, grade, level } = sketch
    const { title, authors, publisher } = newName(subject[0], grade, level, names, random)
    const price = random.int(300, 1400) * 100 + (random.next() < 0.3 ? random.int(0, 99) : 0)
    const usable = random.next()
    const id = inserts.insert(
      'textbook',
      derive('textbook', {
        kind: random.next() < 0.9 ? 'textbook' : 'aid',
        subjectId: subjectOf(raw, subject, subjectIds, inserts),
        gradeFrom: grade,
        gradeTo: grade,
        title,
        authors,
        publisher,
        language: 'русский',
        level,
        isbn: isbnOf(place),
        fplCode: sketch.fplCode,
        fplState: usable < 0.2 ? 'dropped' : 'listed',
        usableUntil:
          usable < 0.2 ? `${random.int(2022, 2026)}-08-31` : usable < 0.7 ? `${random.int(2027, 2031)}-08-31` : null,
        order: '',
        price,
        note: '',
      }),
    )
    made.push({ id, price })
  }
  return made
}

function newSketch(place: number, random: Random): Sketch {
  const subject = bookSubjects[place % bookSubjects.length] ?? ['Букварь', 1, 1]
  const grade = random.int(subject[1], subject[2])
  const stage = grade <= 4 ? 1 : grade <= 9 ? 2 : 3
  const code = [
    1,
    1,
    stage,
    (place % bookSubjects.length) + 1,
    1 + Math.floor(place / 400),
    1 + (Math.floor(place / 20) % 20),
    1 + (place % 20),
  ]
  const level = stage === 3 ? random.pick(['basic', 'advanced']) : 'none'
  return { subject, grade, fplCode: `${code.join('.')}.`, level }
}

/** A name no other edition has. */
function newName(subject: string, grade: number, level: string, names: Set<string>, random: Random) {
  for (;;) {
    const author = (): string =>
      `${random.pick(surnameStarts)}${random.pick(surnameMiddles)}${random.pick(surnameEnds)} ${initial(random)}. ${initial(random)}.`
    const book = {
      title: `${subject} ${random.pick(bookEpithets)}`.trim(),
      authors: random.next() < 0.5 ? author() : `${author()}, ${author()}`,
      publisher: random.pick(bookPublishers),
    }
    const key = normKey(textbookName({ ...book, level, gradeFrom: grade, gradeTo: grade }))
    if (names.has(key)) continue
    names.add(key)
    return book
  }
}

const initial = (random: Random): string => bookInitials.charAt(random.int(0, bookInitials.length - 1))

function subjectOf(
  raw: Sqlite,
  [name, gradeFrom, gradeTo]: Sketch['subject'],
  known: Map<string, number>,
  { insert }: Inserter,
): number {
  const there =
    known.get(name) ??
    raw.prepare<[string], { id: number }>('SELECT id FROM subject WHERE nameKey = ?').get(normKey(name))?.id
  const id = there ?? insert('subject', derive('subject', { name, obligatory: 1, gradeFrom, gradeTo, note: '' }))
  known.set(name, id)
  return id
}

/** Every other has a number; the check digit is right. */
function isbnOf(place: number): string {
  if (place % 2 === 1) return ''
  const digits = `9785${String(900_000_000 - place)
    .slice(-8)
    .padStart(8, '0')}`
  const sum = [...digits].reduce((all, digit, at) => all + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return formatIsbn(`${digits}${(10 - (sum % 10)) % 10}`)
}
