import type { Profile } from '@shared/contract/app'
import type { Librarian } from '@shared/contract/librarians'
import { formatDate } from '@shared/domain/dates'
import type { CommandContext } from '../context'
import { insertRow, updateRow } from '../database/aggregate'
import { writeSetting } from '../database/settings'
import { associationHandlers } from '../modules/associations/handlers'
import { eventHandlers } from '../modules/events/handlers'
import { librarianHandlers } from '../modules/librarians/handlers'
import { meetingHandlers } from '../modules/meetings/handlers'
import { schoolHandlers } from '../modules/schools/handlers'
import { type Bank, type SeriesKey, sampleAssociations, seriesOrder } from './associations'
import { eventBuilder } from './events/build'
import { eventScripts } from './events/years'
import { sampleLibrarians } from './librarians/build'
import { uidCounter } from './marks'
import { meetingScripts } from './meetings/all'
import { type BuiltMeeting, type Directory, meetingBuilder } from './meetings/build'
import { fillReports } from './reports/fill'
import { fillRoadmaps } from './roadmaps/fill'
import { sampleSchools } from './schools/build'
import { fillTextbooks } from './textbooks/fill'

/** What happened by this day is told when today lies outside the sample's last school year. */
const storyDay = '2026-11-20'
const storyYear = { from: '2026-09-01', to: '2027-08-31' }

/**
 * Fills an empty file with the invented «Заречинский район». Everything is written by the modules' own commands, so
 * that the sample is held to what a person's records are held to; the same file each time, whatever the clock says.
 * @param today what is signed or marked later than this day is left undone, when it lies in the year 2026–2027
 */
export async function fillSampleDistrict(context: CommandContext, today: string): Promise<void> {
  // Commands name themselves in the history; here the one name is «пример района».
  const quiet: CommandContext = { ...context, describe: () => undefined }
  const asOf = today >= storyYear.from && today <= storyYear.to ? today : storyDay
  writeSetting(context.raw, 'profile', profile)
  const schools = fillSchools(quiet)
  const people = fillLibrarians(quiet, schools)
  const bank: Bank = { schoolId: schools.id, librarianId: people.id, printed: people.printed }
  const series = await fillAssociations(quiet, bank, schools, people)
  await fillMeetings(quiet, directoryOf(schools, people, series), asOf)
  fillEvents(quiet, schools, people, series, asOf)
  fillRoadmaps(quiet, bank, asOf)
  await fillTextbooks(quiet, { schools: schools.all, representative: representativeOf(people), asOf })
  await fillReports(quiet)
}

/** Who works in the library of a school on that day; hers is the signature. */
function representativeOf(people: People) {
  return (schoolId: number, day: string): { name: string; position: string; attorney: string } => {
    for (const { surname, given, patronymic, employments } of people.all) {
      const place = employments.find(
        (one) => one.schoolId === schoolId && (one.from ?? '') <= day && (one.to === null || one.to >= day),
      )
      if (place) return { name: `${surname} ${given} ${patronymic}`, position: place.position, attorney: '' }
    }
    return { name: '', position: '', attorney: '' }
  }
}

const profile: Profile = {
  municipality: 'Заречинский район',
  region: 'Северодольская область',
  authority: 'Управление образования администрации Заречинского района',
  methodologist: 'Каширина О.В.',
  schoolYear: '2026-2027',
  papers: { leftMarginMm: 20, lineSpacing: 1, dateStyle: 'words', decisionLabel: 'РЕШИЛИ', rosterAnnexOver: 10 },
}

interface Schools {
  id(shortName: string): number
  name(id: number): string
  active: string[]
  all: { id: number; shortName: string; isActive: boolean }[]
}

function fillSchools(context: CommandContext): Schools {
  const ids = new Map<string, number>()
  const sketches = sampleSchools()
  for (const { school, successor } of sketches) {
    const successorId = successor === null ? null : (ids.get(successor) ?? null)
    const saved = schoolHandlers['schools.save'](context, {
      id: null,
      revision: null,
      school: { ...school, successorId },
    })
    ids.set(school.shortName, saved.id)
  }
  const names = new Map([...ids].map(([name, id]) => [id, name]))
  return {
    id: (name) => found(ids.get(name), name),
    name: (id) => found(names.get(id), String(id)),
    all: sketches.map(({ school }) => ({
      id: found(ids.get(school.shortName), school.shortName),
      shortName: school.shortName,
      isActive: school.state === 'active',
    })),
    active: sketches.filter(({ school }) => school.state === 'active').map(({ school }) => school.shortName),
  }
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`The sample has no «${name}»`)
  return value
}

interface People {
  id(surname: string): number
  card(surname: string): Librarian
  printed(surname: string): string
  all: Librarian[]
}

function fillLibrarians(context: CommandContext, schools: Schools): People {
  const all = sampleLibrarians(schools.id)
  const ids = new Map<string, number>()
  for (const librarian of all) {
    const saved = librarianHandlers['librarians.save'](context, {
      id: null,
      revision: null,
      librarian,
      allowDuplicate: false,
    })
    ids.set(librarian.surname, saved.id)
  }
  const cards = new Map(all.map((one) => [one.surname, one]))
  const card = (surname: string): Librarian => found(cards.get(surname), surname)
  return {
    id: (surname) => found(ids.get(surname), surname),
    card,
    printed: (surname) => `${surname} ${card(surname).given.charAt(0)}.${card(surname).patronymic.charAt(0)}.`,
    all,
  }
}

interface Series {
  id(key: SeriesKey): number
  associationId(key: SeriesKey): number
  members(key: SeriesKey): readonly { librarianId: number; from: string | null; to: string | null }[]
}

async function fillAssociations(
  context: CommandContext,
  bank: Bank,
  schools: Schools,
  people: People,
): Promise<Series> {
  const everyone = people.all.map((one) => ({ surname: one.surname, ...workOf(one) }))
  const associations = sampleAssociations(bank, everyone, schools.active)
  const keys = new Map<
    SeriesKey,
    { id: number; associationId: number; members: (typeof associations)[number]['members'] }
  >()
  for (const association of associations) {
    const { id } = associationHandlers['associations.save'](context, { id: null, revision: null, association })
    const saved = await associationHandlers['associations.get'](context, { id })
    for (const one of saved.association.series) {
      const key = found(seriesOrder[keys.size], one.name)
      keys.set(key, { id: found(one.id ?? undefined, one.name), associationId: id, members: association.members })
    }
  }
  return {
    id: (key) => found(keys.get(key), key).id,
    associationId: (key) => found(keys.get(key), key).associationId,
    members: (key) => found(keys.get(key), key).members,
  }
}

/** First and last day in the schools of the district; no last day while a place is held. */
function workOf({ employments }: Librarian): { from: string; to: string | null } {
  const from = employments.map((one) => one.from ?? '').sort()[0] ?? ''
  const ends = employments.map((one) => one.to)
  return { from, to: ends.includes(null) ? null : (ends.sort().at(-1) ?? null) }
}

/** Where she worked on that day. */
function placeOn(people: People, surname: string, on: string): Librarian['employments'][number] {
  const { employments } = people.card(surname)
  const held = employments.filter((one) => (one.from ?? '') <= on && (one.to === null || one.to >= on))
  return found(held.find((one) => one.main) ?? held[0] ?? employments[0], surname)
}

function directoryOf(schools: Schools, people: People, series: Series): Directory {
  const surnames = new Map(people.all.map((one) => [people.id(one.surname), one.surname]))
  return {
    seriesId: series.id,
    schoolId: schools.id,
    person(surname, on) {
      const { position, schoolId } = placeOn(people, surname, on)
      return {
        librarianId: people.id(surname),
        name: people.printed(surname),
        position: postOf(surname) ?? `${position} ${schools.name(schoolId)}`,
      }
    },
    roster: (key, on) =>
      series
        .members(key)
        .filter((one) => (one.from ?? '') <= on && (one.to === null || one.to >= on))
        .map(({ librarianId }) => {
          const surname = found(surnames.get(librarianId), String(librarianId))
          const { position, schoolId } = placeOn(people, surname, on)
          const { given, patronymic } = people.card(surname)
          const person = { librarianId, name: `${surname} ${given} ${patronymic}`, position }
          return { surname, person, schoolId, school: schools.name(schoolId) }
        }),
  }
}

/** Those who speak for an association are named by their post in it. */
function postOf(surname: string): string | undefined {
  return { Ветлугина: 'руководитель РМО', Лядова: 'секретарь РМО', Стрешнева: 'руководитель МИБЦ' }[surname]
}

function fillEvents(context: CommandContext, schools: Schools, people: People, series: Series, asOf: string): void {
  const build = eventBuilder(
    {
      associationId: series.associationId,
      schoolId: schools.id,
      schools: schools.active,
      librarian(surname, on) {
        const { given, patronymic } = people.card(surname)
        const { schoolId } = placeOn(people, surname, on)
        return { librarianId: people.id(surname), name: `${surname} ${given} ${patronymic}`, schoolId }
      },
    },
    asOf,
  )
  for (const script of eventScripts) {
    eventHandlers['events.save'](context, { id: null, revision: null, event: build(script) })
  }
}

async function fillMeetings(context: CommandContext, directory: Directory, asOf: string): Promise<void> {
  const build = meetingBuilder(directory)
  const next = uidCounter('demo-mark')
  for (const script of meetingScripts) {
    const built = build(script)
    const { id } = await meetingHandlers['meetings.save'](context, { id: null, revision: null, meeting: built.meeting })
    writeMarks(context, id, built, next, asOf)
    if (built.signedOn !== null && built.signedOn <= asOf) {
      updateRow(context.raw, 'meeting', { column: 'id', value: id }, { state: 'signed', signedOn: built.signedOn })
    }
    if (script.series === 'rmo' && script.date === '2025-09-11') writeCorrection(context, id)
  }
}

/** Straight into the table: `decisions.mark` reads the whole register for each decision. */
function writeMarks(
  context: CommandContext,
  meetingId: number,
  built: BuiltMeeting,
  next: () => string,
  asOf: string,
): void {
  for (const [ord, { decisionUid, addresseeUid, mark }] of built.marks
    .filter(({ mark: one }) => one.on <= asOf)
    .entries()) {
    const { state, on, evidence, note } = mark
    insertRow(context.raw, 'execution', {
      uid: next(),
      meetingId,
      decisionUid,
      ord,
      addresseeUid,
      state,
      on,
      evidence,
      note,
    })
  }
}

/** One signed protocol was corrected afterwards, as happens. */
function writeCorrection(context: CommandContext, meetingId: number): void {
  const before = formatDate('2025-11-10', 'digits')
  insertRow(context.raw, 'correction', {
    meetingId,
    at: '2025-09-18T08:40:00.000Z',
    author: 'Каширина О.В.',
    reason: 'Опечатка в сроке отчёта о Месячнике',
    changes: JSON.stringify([
      {
        where: 'Вопрос 5, решение 1',
        before: `педагогам-библиотекарям — Провести мероприятия Месячника (октябрь 2025 года), отчёт представить до ${before}`,
        after:
          'педагогам-библиотекарям — Провести мероприятия Месячника (октябрь 2025 года), отчёт представить до 7 ноября 2025 г.',
      },
    ]),
  })
}
