import { decisionList } from '@shared/contract/meetings'
import type { Figure, ReportPart, Said } from '@shared/contract/report-content'
import type { DecisionOutcome } from '@shared/domain/execution'
import type { PluralForms } from '@shared/domain/text/plural'
import { say } from '@shared/papers/report/figures'
import {
  capital,
  capitalised,
  inYear,
  listedRuns,
  participle,
  runs,
  twoForms,
  yearAfterIn,
} from '@shared/papers/report/words'
import { FigureSet } from '../figure-set'
import { paragraph, sentencePart, textPart } from '../parts'
import type { Counted, CountedGroup, ReportReader } from '../reader'
import type { ReportSectionSource } from '../section'
import { doneOf, type LastYear, lastYear, outcomeFigures, takenIn } from './decisions-counts'
import { byMeeting, outcomesChart, outcomesTable, overdueTable } from './decisions-tables'

/** How what was decided in the year stands on the day of the report. */
export const decisionsSection: ReportSectionSource = {
  spec: {
    kind: 'decisions',
    title: 'Выполнение решений',
    hint: 'Сколько решений принято, выполнено в срок и с опозданием, не выполнено, исполняется постоянно; по протоколам',
    usual: true,
    parts: [
      { key: 'summary', title: 'Итог словами', form: 'text', usual: true },
      { key: 'outcomes', title: 'Итоги исполнения, таблица', form: 'table', usual: true },
      { key: 'outcomesChart', title: 'Итоги исполнения, диаграмма', form: 'chart', usual: true },
      { key: 'meetings', title: 'По протоколам, таблица', form: 'table', usual: true },
      { key: 'overdue', title: 'Не выполненные в срок, таблица', form: 'table', usual: true },
    ],
  },
  compose: async (reader) => {
    const taken = await reader.count(decisionList, takenIn(reader))
    if (taken.count === 0) {
      return sentencePart('summary', `${inYear(reader.schoolYear)} решений не принималось.`)
    }
    const now = await reader.groups(decisionList, 'outcome', takenIn(reader))
    const last = reader.compare ? await lastYear(reader) : null
    return [
      ...(await summary(reader, taken, now, last)),
      ...outcomesTable(reader, taken, now, last),
      ...outcomesChart(reader, now, last),
      ...(await byMeeting(reader, taken)),
      ...(await overdueTable(reader)),
    ]
  },
}

const decisions: PluralForms = ['решение', 'решения', 'решений']
const decisionsGen: PluralForms = twoForms('решения', 'решений')

async function summary(
  reader: ReportReader,
  taken: Counted,
  now: readonly CountedGroup[],
  last: LastYear | null,
): Promise<ReportPart[]> {
  const than = `в ${yearAfterIn(reader.before)}`
  const figures = new FigureSet()
  const all = figures.count('taken', 'Принято решений', taken, last?.taken ?? null)
  const known = outcomeFigures(reader, figures, now, last)
  const value = (one: DecisionOutcome): number => known.get(one)?.value ?? 0
  const done = figures.count('done', 'Выполнено решений', await doneOf(reader), last && (await doneOf(reader, true)))
  const share = figures.share('doneShare', 'Доля выполненных', done, all)
  const compare = (figure: Figure, forms?: PluralForms): Said[] => {
    const compared = figures.compared(figure, than, forms)
    return compared.length === 0 ? [] : [{ text: ' — ' }, ...compared]
  }
  const timed = (['in-time', 'late', 'done'] as const).flatMap((one) => {
    const figure = known.get(one)
    return figure === undefined || figure.value === 0 ? [] : [runs(timedWords[one], say(figure))]
  })
  const rest = (['partial', 'open', 'standing', 'cancelled'] as const).flatMap((one) => {
    const figure = known.get(one)
    if (figure === undefined || figure.value === 0) return []
    return [runs(restWords[one](figure.value ?? 0), ' ', say(figure, one === 'open' ? decisionsGen : decisions))]
  })
  const late = known.get('overdue')
  const carried = figures.count('carried', 'Перенесено на следующие заседания', await flagged(reader, 'carriedOn'))
  const brought = figures.count('brought', 'Взято из решений прежних заседаний', await flagged(reader, 'carriedIn'))
  return textPart('summary', figures, [
    paragraph(
      runs(
        `${inYear(reader.schoolYear)} ${participle(taken.count, 'принят', 'n')} `,
        say(all, decisions),
        compare(all, decisions),
        '. ',
        ...(done.value === 0
          ? [{ text: 'Ни одно решение пока не отмечено выполненным', figure: done.key }]
          : [
              `${capital(participle(done.value ?? 0, 'выполнен', 'n'))} `,
              say(done, decisions),
              ' (',
              say(share),
              ')',
              ...(timed.length === 0 ? [] : [', в том числе ', listedRuns(timed)]),
            ]),
        '.',
        ...(last === null || done.value === 0 || share.value === share.previous
          ? []
          : [' Доля выполненных решений ', ...figures.compared(share, than), '.']),
      ),
    ),
    paragraph(rest.length === 0 ? [] : capitalised(runs(listedRuns(rest), '.'))),
    paragraph(
      late === undefined || value('overdue') === 0
        ? [{ text: 'Просроченных решений нет.', ...(late === undefined ? {} : { figure: late.key }) }]
        : runs(
            `Не ${participle(value('overdue'), 'выполнен', 'n')} в срок `,
            say(late, decisions),
            compare(late, decisions),
            '.',
          ),
    ),
    paragraph(
      carried.value === 0 && brought.value === 0
        ? []
        : capitalised(
            runs(
              carried.value === 0
                ? null
                : runs(
                    `${participle(carried.value ?? 0, 'перенесён', 'n')} в повестку следующих заседаний `,
                    say(carried, decisions),
                  ),
              carried.value === 0 || brought.value === 0 ? null : '; ',
              brought.value === 0 ? null : runs('из решений прежних заседаний взято ', say(brought)),
              '.',
            ),
          ),
    ),
  ])
}

const timedWords = { 'in-time': 'в срок — ', late: 'позже срока — ', done: 'со сроком без даты — ' } as const

const restWords: Readonly<Record<'partial' | 'open' | 'standing' | 'cancelled', (n: number) => string>> = {
  partial: (n) => `частично ${participle(n, 'выполнен', 'n')}`,
  open: () => 'срок ещё не наступил у',
  standing: (n) => (participle(n, 'x', 'n') === 'xы' ? 'исполняются постоянно' : 'исполняется постоянно'),
  cancelled: (n) => `${participle(n, 'снят', 'n')} с контроля`,
}

function flagged(reader: ReportReader, column: 'carriedIn' | 'carriedOn'): Promise<Counted> {
  const asked = takenIn(reader)
  return reader.count(decisionList, { ...asked, filters: [...asked.filters, { op: 'equals', column, value: true }] })
}
