import type { CommandContext } from '../../context'
import { prepared } from '../../database/prepared'
import { freeSurpluses, unmetNeeds } from '../../ledger/fund'
import { exchangeHandlers } from '../../modules/exchange/handlers'
import { provisionHandlers } from '../../modules/provision/handlers'
import { sampleYears } from '../schools/contingent'
import { groupOf, groupSubjects } from './holdings'
import { onDay, type Story } from './story'

/** Who studies what not all study. */
export async function fillStudents(story: Story, context: CommandContext): Promise<void> {
  for (const schoolYear of sampleYears) {
    for (const school of story.schools.filter((one) => one.isActive)) {
      for (const subject of groupSubjects) {
        for (let grade = 1; grade <= 11; grade++) {
          const students = groupOf(school, schoolYear, subject, grade)
          if (students === 0) continue
          const subjectStudents = { schoolId: school.id, schoolYear, grade, subject, students }
          await provisionHandlers['subjectStudents.save'](context, { id: null, revision: null, subjectStudents })
        }
      }
    }
  }
}

const year = '2026-2027'

/** Surpluses and needs of the schools that have answered by now, some by letter; a few promises among them. */
export async function fillFund(story: Story): Promise<void> {
  const answered = (n: number): number[] =>
    story.schools.filter((one) => one.isActive && one.place % 3 === n).map((one) => one.id)
  for (const [day, schoolIds] of [
    ['2026-10-13', answered(0)],
    ['2026-10-27', answered(1)],
  ] as const) {
    await onDay(story, day, (context) =>
      provisionHandlers['provision.propose'](context, {
        schoolYear: year,
        year: 'this',
        schoolIds,
        reservePercent: 5,
        surpluses: true,
        needs: true,
      }),
    )
  }
  await fillLetters(story)
  await fillReservations(story)
}

/** What schools wrote in their own words. */
const letters = [
  {
    school: 'МБОУ Узловская СОШ',
    subject: 'Химия',
    grade: 8,
    copies: 4,
    note: 'письмо от 05.11.2026: «4 шт., можно б/у»',
  },
  { school: 'МБОУ Лесная ООШ', subject: 'Физика', grade: 7, copies: 3, note: 'строка 12 файла «Потребность.xlsx»' },
  { school: 'МКОУ школа-интернат', subject: 'Информатика', grade: 9, copies: 5, note: 'по телефону, 09.11.2026' },
] as const

async function fillLetters(story: Story): Promise<void> {
  for (const [index, { school, subject, grade, copies, note }] of letters.entries()) {
    await onDay(story, `2026-11-0${5 + index * 2}`, (context) => {
      const schoolId = story.schoolId(school)
      const textbookId = story.textbookId(subject, grade)
      const known = unmetNeeds(context.raw, context.today()).some(
        (need) => need.schoolId === schoolId && need.textbookId === textbookId,
      )
      if (known) return
      exchangeHandlers['needs.save'](context, {
        id: null,
        revision: null,
        need: {
          schoolId,
          textbookId,
          copies,
          substitutes: index !== 1,
          priority: index === 0 ? 'high' : 'usual',
          since: context.today(),
          until: null,
          state: 'open',
          note,
        },
      })
    })
  }
}

/** Days a reservation is made on and ends: one has ended, one ends in a few days. */
const reservations = [
  { on: '2026-10-29', expiresOn: '2026-11-12', note: 'не забрали' },
  { on: '2026-11-09', expiresOn: '2026-11-24', note: 'обещали забрать на неделе' },
  { on: '2026-11-11', expiresOn: '2026-12-11', note: '' },
  { on: '2026-11-13', expiresOn: '2026-12-15', note: 'после инвентаризации' },
  { on: '2026-11-16', expiresOn: '2026-12-18', note: '', cancelled: '2026-11-18' },
] as const

async function fillReservations(story: Story): Promise<void> {
  for (const one of reservations) {
    await onDay(story, one.on, async (context) => {
      const pair = pairOf(context)
      if (!pair) return
      const { id } = await exchangeHandlers['reservations.make'](context, {
        ...pair,
        expiresOn: one.expiresOn,
        note: one.note,
      })
      if (!('cancelled' in one)) return
      await onDay(story, one.cancelled, (then) => exchangeHandlers['reservations.cancel'](then, { ids: [id] }))
    })
  }
}

/** The largest meeting of the same edition in two schools that nobody has reserved yet. */
function pairOf({ raw, today }: CommandContext): { surplusId: number; needId: number; copies: number } | undefined {
  const reserved = new Set(
    prepared<[], { needId: number }>(raw, 'SELECT needId FROM reservation')
      .all()
      .map((row) => row.needId),
  )
  const free = freeSurpluses(raw, today())
  const pairs = unmetNeeds(raw, today())
    .filter((need) => !reserved.has(need.id))
    .flatMap((need) =>
      free
        .filter((one) => one.textbookId === need.textbookId && one.schoolId !== need.schoolId)
        .map((one) => ({ surplusId: one.id, needId: need.id, copies: Math.min(one.free, need.unmet) })),
    )
  return pairs.sort((one, other) => other.copies - one.copies || one.needId - other.needId)[0]
}
