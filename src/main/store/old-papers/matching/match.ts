import type { PaperMark, Understood } from '@shared/contract/old-papers'
import { parsePersonName } from '@shared/domain/text/names'
import type { Bank, BankPerson, BankSchool } from './bank'
import { type FoundPeople, findPerson } from './people'
import { findSchool } from './schools'
import { findSeries } from './series'

/**
 * Names of a paper tied to the bank: where one person or school fits, the draft is linked; where several may, the field is
 * marked with them to choose from. Answers a new draft.
 */
export function matchNames(understood: Understood, bank: Bank): Understood {
  const found = structuredClone(understood)
  const marks = new Marks(found.marks)
  if (found.kind === 'protocol') matchProtocol(found.protocol, bank, marks)
  else {
    for (const item of found.roadmap.sections.flatMap(({ items }) => items)) {
      for (const executor of item.executors) {
        const path = `items/${item.uid}/executors`
        const person = parsePersonName(executor.text) ? findPerson(bank, executor.text) : null
        if (person) executor.librarianId = marks.person(path, person)
        else if (namesSchool(executor.text)) executor.schoolId = marks.school(path, findSchool(bank, executor.text))
      }
    }
  }
  return { ...found, marks: marks.all() }
}

type Protocol = Extract<Understood, { kind: 'protocol' }>['protocol']

function matchProtocol(meeting: Protocol, bank: Bank, marks: Marks): void {
  const people = [
    ...meeting.chairs.map((person) => ({ person, path: `chairs/${person.uid}` })),
    ...(meeting.secretary ? [{ person: meeting.secretary, path: 'secretary' }] : []),
    ...meeting.invited.map((person) => ({ person, path: `invited/${person.uid}` })),
    ...meeting.agenda.flatMap((item) => [
      ...item.speakers.map((person) => ({ person, path: `agenda/${item.uid}/speakers/${person.uid}` })),
      ...item.speeches.map(({ uid, speaker }) => ({ person: speaker, path: `speeches/${uid}/speaker` })),
    ]),
    ...meeting.speeches.map(({ uid, speaker }) => ({ person: speaker, path: `speeches/${uid}/speaker` })),
  ]
  for (const { person, path } of people) {
    person.librarianId = marks.person(path, findPerson(bank, person.name, person.position))
  }
  for (const entry of meeting.attendance.roster) {
    const path = `roster/${entry.uid}`
    const person = findPerson(bank, entry.person.name, entry.school)
    entry.person.librarianId = marks.person(path, person)
    const school = entry.school === '' ? null : findSchool(bank, entry.school)
    entry.schoolId = school ? marks.school(path, school) : (person.sure?.schoolId ?? null)
  }
  for (const decision of [...meeting.agenda.flatMap((item) => item.decisions), ...meeting.decisions]) {
    for (const addressee of decision.addressees) {
      const path = `decisions/${decision.uid}/addressees/${addressee.uid}`
      if (addressee.kind === 'person') {
        const person = findPerson(bank, nameIn(addressee.text))
        addressee.librarianId = marks.person(path, person)
      } else if (addressee.kind === 'school') addressee.schoolId = marks.school(path, findSchool(bank, addressee.text))
    }
  }
  const series = findSeries(bank, meeting.series, meeting.chairs[0]?.name ?? '')
  meeting.seriesId = series?.series.id ?? null
  if (series?.sure !== true) {
    const says = meeting.series === '' ? 'Чьё это заседание, в документе не сказано' : `«${meeting.series}»`
    marks.doubt(
      'series',
      series === null
        ? `${says}: такого ряда заседаний нет, при сохранении он будет добавлен. Если он есть под другим названием, выберите его.`
        : `${says}: больше всего похоже на «${series.series.name}» (${series.series.association}). Проверьте.`,
    )
  }
}

/** «Руководителю МИБЦ Селезневой А.В.» → «Селезневой А.В.» */
const nameIn = (text: string): string =>
  /\p{Lu}[\p{L}-]+\s+\p{Lu}\.\s*(?:\p{Lu}\.?)?/u.exec(text)?.[0] ??
  /\p{Lu}\.\s*(?:\p{Lu}\.)?\s*\p{Lu}[\p{L}-]+/u.exec(text)?.[0] ??
  text

const namesSchool = (text: string): boolean => /(?:^|\P{L})(?:\p{L}*[сон]ош|школ|гимнази|лице)/iu.test(text)

/** Marks by path, added to where a field has none. */
class Marks {
  private readonly byPath: Map<string, PaperMark>

  constructor(marks: readonly PaperMark[]) {
    this.byPath = new Map(marks.map((mark) => [mark.path, mark]))
  }

  all(): PaperMark[] {
    return [...this.byPath.values()]
  }

  doubt(path: string, note: string, choices: PaperMark['choices'] = []): void {
    const mark = this.byPath.get(path) ?? { path, places: [], sure: true, note: '', choices: [] }
    this.byPath.set(path, {
      ...mark,
      sure: false,
      note: [mark.note, note].filter((one) => one !== '').join(' '),
      choices,
    })
  }

  person(path: string, { sure, choices, note }: FoundPeople): number | null {
    if (sure === null && choices.length > 0) this.doubt(path, note, choices.map(personChoice))
    return sure?.id ?? null
  }

  school(path: string, { sure, choices }: { sure: BankSchool | null; choices: readonly BankSchool[] }): number | null {
    if (sure === null && choices.length > 1) {
      this.doubt(path, 'Подходят несколько школ. Выберите нужную.', choices.map(schoolChoice))
    }
    return sure?.id ?? null
  }
}

const personChoice = (one: BankPerson): PaperMark['choices'][number] => ({
  librarianId: one.id,
  schoolId: null,
  text: one.full,
  detail: [one.position, one.school].filter((part) => part !== '').join(', '),
})

const schoolChoice = (one: BankSchool): PaperMark['choices'][number] => ({
  librarianId: null,
  schoolId: one.id,
  text: one.shortName,
  detail: '',
})
