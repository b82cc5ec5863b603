import { MONTH_PATTERN } from '../text/russian-months'
import type { Bounds, Due, DueContext } from './due'
import { type Form, form, type Strength } from './forms'
import { type CalendarUnit, untilEnd, whenBounds } from './when'

/** A form where it stands in the text. */
export interface Atom extends Form {
  start: number
  end: number
}

/** The text as typed beside the same text as the grammar reads it (`prepare`). */
export interface Source {
  text: string
  prepared: string
}

/** A due with what the reader of running text has to know to trust it. */
export interface FoundDue {
  due: Due
  strength: Strength
  /** Whether the text itself names the year. */
  explicitYear: boolean
}

const MONTH_AT = new RegExp(`^${MONTH_PATTERN}`, 'u')
const WORD = /[\p{L}\p{N}]/u

/** All forms in the characters `from`–`to`, left to right, not overlapping, repeats joined to the period beside them. */
export function scanAtoms(source: Source, from: number, to: number): Atom[] {
  const text = source.prepared.slice(0, to)
  const atoms: Atom[] = []
  for (let at = from; at < to; ) {
    const match = startsWord(text, at, from) ? form(text, at) : null
    if (match && match.end > at) {
      atoms.push({ ...match.value, start: at, end: trimmedEnd(text, at, match.end) })
      at = match.end
    } else at += 1
  }
  return alongLists(source, joinRepeats(source, atoms))
}

function startsWord(text: string, at: number, from: number): boolean {
  const char = text.charAt(at)
  if (!WORD.test(char) && char !== '"') return false
  if (at === from) return true
  const before = text.charAt(at - 1)
  if (WORD.test(before)) return false
  // The month after a day that does not exist («31 февраля») must not be read alone.
  if (MONTH_AT.test(text.slice(at, at + 12)) && /(?<![\d.])\d{1,2}"? *$/u.test(text.slice(from, at))) return false
  // The «05» of «12.05» or of «7-05» is the middle of a number, not its beginning.
  return !(/\d/u.test(char) && /[.\-/:]/u.test(before) && /\d/u.test(text.charAt(at - 2)))
}

function trimmedEnd(text: string, start: number, end: number): number {
  let last = end
  while (last > start && text.charAt(last - 1) === ' ') last -= 1
  return last
}

/** «ежегодно до 1 сентября», «в мае каждого года», «ежегодно, сентябрь»: one due. */
function joinRepeats(source: Source, atoms: Atom[]): Atom[] {
  const joined: Atom[] = []
  for (const atom of atoms) {
    const previous = joined.at(-1)
    if (previous && belongTogether(source, previous, atom)) {
      const repeat = previous.recurrence ? previous : atom
      const other = previous.recurrence ? atom : previous
      const strength = other.strength === 'sure' ? 'sure' : 'adverb'
      joined[joined.length - 1] = {
        start: previous.start,
        end: atom.end,
        strength,
        recurrence: repeat.recurrence,
        when: other.when,
      }
    } else joined.push(atom)
  }
  return joined
}

function belongTogether(source: Source, a: Atom, b: Atom): boolean {
  const repeat = a.recurrence && a.when.kind === 'none' ? a : b.recurrence && b.when.kind === 'none' ? b : null
  const other = repeat === a ? b : a
  if (!repeat || other.recurrence || other.when.kind === 'none') return false
  const gap = source.text.slice(a.end, b.start)
  if (/[\r\n]/u.test(gap)) return false
  if (/^[\s*]*$/u.test(gap)) return true
  // «ежегодно – к 1 сентября»
  if (repeat === a && repeat.recurrence === 'yearly' && /^ *[-–—:] *$/u.test(gap)) return true
  // After a comma only what cannot stand alone: the day of a month, or the month of «ежегодно».
  const yearless = other.when.kind === 'calendar' && other.when.unit.year === null
  const dayOfMonth = other.when.kind === 'relative' && /числ/u.test(source.prepared.slice(other.start, other.end))
  return /^ *, *$/u.test(gap.replace(/[\s*]/gu, ' ')) && ((repeat.recurrence === 'yearly' && yearless) || dayOfMonth)
}

/** Whether nothing but commas, «и» and the like stands between two atoms on one line. */
function sameList(source: Source, a: Atom, b: Atom): boolean {
  return (
    !/[\r\n]/u.test(source.text.slice(a.end, b.start)) &&
    /^ *(?:[,;/]|и|,? *а также) *$/u.test(source.prepared.slice(a.end, b.start))
  )
}

/** «до 10 декабря, 10 марта», «в мае и октябре»: what follows in a list is meant as what begins it. */
function alongLists(source: Source, atoms: readonly Atom[]): Atom[] {
  const found: Atom[] = []
  for (const atom of atoms) {
    const previous = found[found.length - 1]
    const weak = atom.strength === 'bare' || atom.strength === 'day'
    if (!previous || !weak || atom.when.kind !== 'calendar' || !sameList(source, previous, atom)) {
      found.push(atom)
      continue
    }
    const deadline = previous.strength === 'sure' && previous.when.kind === 'calendar' && atom.strength === 'day'
    if (deadline) found.push({ ...atom, strength: 'sure', when: { kind: 'calendar', unit: untilEnd(atom.when.unit) } })
    else if (previous.strength === 'moment' || previous.strength === 'period') {
      found.push({ ...atom, strength: previous.strength })
    } else found.push(atom)
  }
  return found
}

/**
 * Dues of the atoms. In a list a month without a year takes it from the next that has one: «февраль, апрель, октябрь
 * 2024 года»; after one that has it, it is the nearest that follows: «октябрь 2024 года, апрель».
 */
export function resolveAtoms(source: Source, atoms: readonly Atom[], ctx: DueContext): FoundDue[] {
  const units = inheritYears(source, atoms, ctx)
  const found: FoundDue[] = []
  atoms.forEach((atom, index) => {
    const unit = units[index] ?? null
    const previousAtom = atoms[index - 1]
    const previous = found[index - 1]
    const follows =
      unit?.year === null && previousAtom && previous?.explicitYear && sameList(source, previousAtom, atom)
    const date = follows ? (previous.due.from ?? previous.due.to) : null
    const at: DueContext = date ? { date, mode: 'field' } : ctx
    const bounds: Bounds = unit ? whenBounds({ kind: 'calendar', unit }, at) : whenBounds(atom.when, at)
    found.push({
      due: {
        ...cut(source, atom.start, atom.end),
        ...bounds,
        recurrence: atom.when.kind === 'whole' && !ctx.period ? 'permanent' : atom.recurrence,
      },
      strength: atom.strength,
      explicitYear: (unit !== null && unit.year !== null) || date !== null,
    })
  })
  return found
}

function inheritYears(source: Source, atoms: readonly Atom[], ctx: DueContext): (CalendarUnit | null)[] {
  const units = atoms.map((atom) => (atom.when.kind === 'calendar' ? atom.when.unit : null))
  for (let index = atoms.length - 2; index >= 0; index -= 1) {
    const [atom, next] = [atoms[index], atoms[index + 1]]
    const [unit, nextUnit] = [units[index], units[index + 1]]
    if (!atom || !next || !unit || unit.year !== null || !nextUnit?.year || nextUnit.lead === 0) continue
    if (!sameList(source, atom, next)) continue
    units[index] = { ...unit, year: earlierYear(unit, nextUnit, ctx) }
  }
  return units
}

/** «ноябрь, февраль 2024 года» said in 2023: November is of 2023, unless that is already past. */
function earlierYear(unit: CalendarUnit, next: CalendarUnit, ctx: DueContext): CalendarUnit['year'] {
  if (next.year?.kind !== 'calendar' || unit.lead <= next.lead) return next.year
  const year = { kind: 'calendar', year: next.year.year - 1 } as const
  const bounds = whenBounds({ kind: 'calendar', unit: { ...unit, year } }, ctx)
  const last = bounds.to ?? bounds.from
  return last !== null && last >= ctx.date ? year : next.year
}

/** Text and range without the white space and asterisks at the edges. */
export function cut(source: Source, from: number, to: number): { text: string; range: [number, number] } {
  let start = from
  let end = to
  while (start < end && /[\s*]/u.test(source.text.charAt(start))) start += 1
  while (end > start && /[\s*]/u.test(source.text.charAt(end - 1))) end -= 1
  return { text: source.text.slice(start, end), range: [start, end] }
}
