import type { Figure, ReportPart, Said } from '@shared/contract/report-content'
import { provisionDay } from '@shared/domain/provision'
import { formatSchoolYear } from '@shared/domain/school-year'
import { type PluralForms, plural } from '@shared/domain/text/plural'
import { say } from '@shared/papers/report/figures'
import { copies, runs, schoolsIn, yearAfterIn } from '@shared/papers/report/words'
import { FigureSet } from '../../figure-set'
import { paragraph, sentence, textPart } from '../../parts'
import type { Counted, ReportReader } from '../../reader'
import { asOf, isPast, schoolsNamed, thanBefore } from '../../scope'
import { provided, provisionOn, type Year } from './count'

/** Why nothing was counted. */
export function nothing(reader: ReportReader, unknown: Counted, note: string | null): ReportPart[] {
  const figures = new FigureSet()
  const why =
    unknown.count === 0
      ? 'Обеспеченность учебниками не посчитана: нет действующих школ с обучающимися.'
      : runs(
          `Обеспеченность учебниками в ${yearAfterIn(reader.schoolYear)} не посчитана: контингент не внесён в `,
          say(figures.count('unknown', 'Школ без контингента', unknown), schoolsIn),
          '.',
        )
  return textPart('summary', figures, [paragraph(typeof why === 'string' ? [{ text: why }] : why), sentence(note)])
}

const needed: PluralForms = ['учебник', 'учебника', 'учебников']

export function summary(
  reader: ReportReader,
  now: Year,
  last: Year | null,
  unknown: Counted,
  note: string | null,
): ReportPart[] {
  const figures = new FigureSet()
  const before = last === null || last.all.count === 0 ? null : last
  const students = figures.sum('students', 'Нужно учебников (учеников по предметам)', 'students', now.all, before?.all)
  const usable = figures.sum('usable', 'Годных учебников в наличии', 'usable', now.all, before?.all)
  const deficit = figures.sum('deficit', 'Не хватает учебников', 'deficit', now.all, before?.all)
  const surplus = figures.sum('surplus', 'Излишек учебников', 'surplus', now.all, before?.all)
  const share = provided(figures, 'provided', 'Обеспечено от потребности', students, deficit)
  const than = thanBefore(reader)
  const compared = figures.compared(share, than)
  const first = runs(
    `${asOf(provisionOn(reader)).replace(/^н/u, 'Н')} по учебному плану школам ${plural(students.value ?? 0, ['требуется', 'требуются', 'требуется'])} `,
    say(students, needed),
    ', в наличии годных к использованию — ',
    say(usable),
    '. Потребность обеспечена на ',
    say(share),
    compared.length === 0 ? null : [{ text: ', ' }, ...compared],
    '.',
  )
  const second = runs(
    deficit.value === 0 ? 'Нехватки учебников нет' : ['Нехватка составляет ', say(deficit, copies)].map(asSaid),
    deficit.value === 0 ? null : shortIn(reader, figures, now, before, deficit),
    surplus.value === 0
      ? null
      : [{ text: `; излишек${deficit.value === 0 ? '' : ' в других классах и школах'} — ` }, say(surplus, copies)],
    '.',
  )
  const expired = figures.sum(
    'expired',
    'Учебников с истёкшим сроком использования',
    'expired',
    now.whole,
    before?.whole,
  )
  const third =
    expired.value === 0
      ? []
      : runs('Ещё ', say(expired, copies), ' учебников с истёкшим предельным сроком использования в расчёт не входят.')
  const missing =
    unknown.count === 0
      ? []
      : runs(
          'Контингент не внесён в ',
          say(figures.count('unknown', 'Школ без контингента', unknown), schoolsIn),
          ', в расчёт не вошедших.',
        )
  const past = isPast(reader)
    ? runs(
        `Показатели ${formatSchoolYear(reader.schoolYear)} учебного года приведены ${asOf(provisionOn(reader))}: по остаткам этого дня и контингенту года.`,
      )
    : []
  const then =
    before === null || isPast(reader)
      ? []
      : runs(
          `Показатели ${formatSchoolYear(reader.before)} учебного года взяты `,
          asOf(provisionDay(reader.before, reader.context.today())),
          '.',
        )
  return textPart('summary', figures, [
    paragraph(first),
    paragraph(second),
    paragraph(third),
    paragraph(missing),
    paragraph(past),
    paragraph(then),
    sentence(note),
  ])
}

const asSaid = (one: string | Said): Said => (typeof one === 'string' ? { text: one } : one)

const namesShort = (year: Year): string[] =>
  year.schools.filter((one) => (one.sums.deficit ?? 0) > 0).map(({ values }) => String(values.school))

function shortIn(reader: ReportReader, figures: FigureSet, now: Year, last: Year | null, deficit: Figure): Said[] {
  const short = figures.count(
    'schoolsShort',
    'Школ, где не хватает учебников',
    schoolsNamed(reader, namesShort(now)),
    last === null ? null : schoolsNamed(reader, namesShort(last), reader.before),
  )
  const all = figures.count(
    'schools',
    'Школ, по которым посчитано',
    schoolsNamed(
      reader,
      now.schools.map(({ values }) => String(values.school)),
    ),
  )
  const compared = figures.compared(deficit, thanBefore(reader), copies)
  return runs(
    ' в ',
    say(short, schoolsIn),
    ' из ',
    say(all),
    compared.length === 0 ? null : [{ text: ' (' }, ...compared, { text: ')' }],
  )
}
