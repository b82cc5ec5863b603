import type { Figure, ReportPart, Said } from '@shared/contract/report-content'
import { libraryStatuses } from '@shared/contract/schools'
import { plural } from '@shared/domain/text/plural'
import { say } from '@shared/papers/report/figures'
import { listedRuns, participle, runs, schools, schoolsAcc, yearAfterIn } from '@shared/papers/report/words'
import { FigureSet } from '../../figure-set'
import { paragraph, sentence, textPart } from '../../parts'
import type { Counted, ReportReader } from '../../reader'
import { asOf, comparedWith, noneOf, scopeNote } from '../../scope'
import { centreStatuses, centres, type Year } from './count'
import { statusTitle } from './tables'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The network in sentences. */
export function summary(reader: ReportReader, now: Year, last: Year | null): ReportPart[] {
  const figures = new FigureSet()
  const before = last === null || last.open.count === 0 ? null : last
  const open = figures.count('open', 'Школ', now.open, before?.open)
  const students = figures.sum('students', 'Обучающихся', 'students', now.open, before?.open)
  const first = runs(
    `${capital(asOf(reader.on))} в ${reader.associationId === null ? 'муниципалитете' : 'объединении'} `,
    now.open.count % 10 === 1 && now.open.count % 100 !== 11 ? 'работает ' : 'работают ',
    say(open, schools),
    comparedWith(reader, figures, open, schoolsAcc),
    (students.value ?? 0) === 0
      ? '. Контингент на этот учебный год не внесён.'
      : [
          {
            text: `. ${now.open.count === 1 ? 'В ней' : 'В них'} ${plural(students.value ?? 0, ['обучается', 'обучаются', 'обучается'])} `,
          },
          say(students, ['человек', 'человека', 'человек']),
          ...comparedWith(reader, figures, students, ['человека', 'человека', 'человек']),
          { text: '.' },
        ],
  )
  const note = scopeNote(reader)
  return textPart('summary', figures, [
    paragraph(first),
    paragraph(statuses(reader, figures, now, before)),
    paragraph(changed(reader, figures, now, before)),
    sentence(note),
  ])
}

function statuses(reader: ReportReader, figures: FigureSet, now: Year, last: Year | null): Said[] {
  const of = (year: Year | null, status: string): Counted | null =>
    year?.statuses.find(({ values }) => values.libraryStatus === status) ?? null
  const count = (year: Year): Counted => {
    const found = centreStatuses.flatMap((status) => of(year, status) ?? [])
    return { ...noneOf(year.open, centres), count: found.reduce((sum, one) => sum + one.count, 0) }
  }
  const all = figures.count(
    'centres',
    'Информационно-библиотечных центров',
    count(now),
    last === null ? null : count(last),
  )
  const said = (Object.keys(libraryStatuses) as (keyof typeof libraryStatuses)[]).flatMap((status): Said[][] => {
    const found = of(now, status)
    if (found === null) return []
    const figure: Figure = figures.count(
      `status:${status}`,
      statusTitle(status),
      found,
      last === null ? null : (of(last, status) ?? noneOf(last.open)),
    )
    return [[{ text: `${statusTitle(status)} — ` }, say(figure)]]
  })
  const list = said.length === 0 ? [] : runs('По статусу библиотеки: ', listedRuns(said), '.')
  const compared = comparedWith(reader, figures, all, ['центр', 'центра', 'центров'])
  const before = list.length === 0 ? null : ' '
  if (all.value === 0) return runs(list, before, 'Информационно-библиотечных центров нет.')
  return runs(list, before, 'Всего информационно-библиотечных центров разного уровня — ', say(all), compared, '.')
}

function changed(reader: ReportReader, figures: FigureSet, now: Year, last: Year | null): Said[] {
  if (now.changes.count === 0) return runs(`В ${yearAfterIn(reader.schoolYear)} статус библиотек не менялся.`)
  const count = figures.count('changes', 'Присвоено статусов за год', now.changes, last?.changes)
  return runs(
    `В ${yearAfterIn(reader.schoolYear)} ${participle(now.changes.count, 'присвоен', 'm')} `,
    say(count, ['новый статус библиотеки', 'новых статуса библиотеки', 'новых статусов библиотеки']),
    '.',
  )
}
