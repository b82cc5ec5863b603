import type { Figure, ReportPart, Said } from '@shared/contract/report-content'
import { type PluralForms, plural } from '@shared/domain/text/plural'
import { say } from '@shared/papers/report/figures'
import { copies, inYear, listedRuns, participle, runs, schoolsGen } from '@shared/papers/report/words'
import { FigureSet } from '../../figure-set'
import { paragraph, sentence, textPart } from '../../parts'
import type { ReportReader } from '../../reader'
import { asOf, comparedWith, schoolsNamed } from '../../scope'
import type { Year } from './count'

/** The exchange of a year in sentences. */

const lineNoun: PluralForms = ['позиция', 'позиции', 'позиций']
const transferNoun: PluralForms = ['передача', 'передачи', 'передач']
const titleGen: PluralForms = ['названия', 'названий', 'названий']

export function summary(reader: ReportReader, now: Year, last: Year | null, note: string | null): ReportPart[] {
  const figures = new FigureSet()
  return textPart('summary', figures, [
    paragraph(declared(reader, figures, now, last)),
    paragraph(handedOver(reader, figures, now, last)),
    paragraph(loans(reader, figures, now, last)),
    paragraph(atEnd(reader, figures, now, last)),
    sentence(note),
  ])
}

function declared(reader: ReportReader, figures: FigureSet, now: Year, last: Year | null): Said[] {
  if (now.offered.count === 0 && now.asked.count === 0) {
    return runs(`${inYear(reader.schoolYear)} новые излишки и потребности в учебниках не заявлялись.`)
  }
  const side = (key: 'offered' | 'asked', title: string, by: 'offeredBy' | 'askedBy'): Said[] => {
    const rows = figures.count(key, `${title}: позиций`, now[key], last?.[key])
    const sum = figures.sum(`${key}Copies`, `${title}: экземпляров`, 'copies', now[key], last?.[key])
    const schools = figures.count(
      `${key}Schools`,
      `${title}: школ`,
      schoolsNamed(reader, now[by]),
      last === null ? null : schoolsNamed(reader, last[by], last.span.schoolYear),
    )
    if (rows.value === 0) return []
    return runs(say(rows, lineNoun), ' (', say(sum, copies), ') от ', say(schools, schoolsGen))
  }
  const offered = side('offered', 'Заявлено излишков', 'offeredBy')
  const asked = side('asked', 'Заявлено потребностей', 'askedBy')
  return runs(
    `${inYear(reader.schoolYear)} школы заявили `,
    offered.length === 0 ? null : [{ text: 'излишки учебников — ' }, ...offered],
    offered.length > 0 && asked.length > 0 ? '; ' : null,
    asked.length === 0 ? null : [{ text: 'потребности — ' }, ...asked],
    '.',
  )
}

function handedOver(reader: ReportReader, figures: FigureSet, now: Year, last: Year | null): Said[] {
  const transfers = figures.count('transfers', 'Передач между школами', now.transfers, last?.transfers)
  const came = figures.sum('came', 'Передано экземпляров', 'came', now.lines, last?.lines)
  const saved = figures.sum('saved', 'Сбережено на покупке учебников', 'saved', now.lines, last?.lines, 'money')
  if (now.lines.count === 0) return runs('Передач учебников между школами не было.')
  const titles = figures.derived('titles', 'Передано названий', now.titles, [came], 'count', '', last?.titles ?? null)
  const givers = figures.count(
    'givers',
    'Школ, передавших учебники',
    schoolsNamed(reader, names(now, 'givers', 'from')),
  )
  const receivers = figures.count(
    'receivers',
    'Школ, получивших учебники',
    schoolsNamed(reader, names(now, 'receivers', 'to')),
  )
  return runs(
    `${participle(now.transfers.count, 'проведён', 'f').replace(/^п/u, 'П')} `,
    say(transfers, transferNoun),
    `: ${participle(came.value ?? 0, 'передан', 'm')} `,
    say(came, copies),
    ' учебников ',
    say(titles, titleGen),
    ' из ',
    say(givers, schoolsGen),
    ' в ',
    say(receivers, schoolsAccIn),
    comparedWith(reader, figures, came, copies),
    '. ',
    (saved.value ?? 0) === 0
      ? 'Цены переданных учебников не указаны, поэтому сбережённая сумма не посчитана.'
      : [{ text: 'Покупка этих учебников обошлась бы в ' }, say(saved), ...comparedWith(reader, figures, saved)],
    (saved.value ?? 0) === 0 ? null : '.',
    ...terms(figures, now, last),
  )
}

/** «в 1 школу», «в 5 школ». */
const schoolsAccIn: PluralForms = ['школу', 'школы', 'школ']

const names = (year: Year, which: 'givers' | 'receivers', by: string): string[] =>
  year[which].map(({ values }) => String(values[by]))

function terms(figures: FigureSet, now: Year, last: Year | null): Said[] {
  const of = (year: Year | null, term: string) => year?.terms.find(({ values }) => values.term === term) ?? null
  const said = (['permanent', 'temporary'] as const).flatMap((term): Said[][] => {
    const found = of(now, term)
    if (found === null) return []
    const title = term === 'permanent' ? 'Передано постоянно' : 'Передано временно'
    const figure = figures.sum(`came:${term}`, title, 'came', found, of(last, term))
    return [runs(`${term === 'permanent' ? 'постоянно' : 'во временное пользование'} — `, say(figure, copies))]
  })
  return said.length < 2 ? [] : runs(' Из них ', listedRuns(said), '.')
}

function loans(reader: ReportReader, figures: FigureSet, now: Year, last: Year | null): Said[] {
  const out = figures.sum('onLoan', 'Во временном пользовании, экземпляров', 'onLoan', now.onLoan, last?.onLoan)
  const late = figures.sum('overdue', 'Не возвращено в срок, экземпляров', 'onLoan', now.overdue, last?.overdue)
  const back = figures.sum('returned', 'Возвращено за год, экземпляров', 'returned', now.returned, last?.returned)
  if (out.value === 0 && back.value === 0) return []
  const returned: Said[] =
    back.value === 0
      ? []
      : runs(
          `Из временного пользования за год ${participle(back.value ?? 0, 'возвращён', 'm')} `,
          say(back, copies),
          out.value === 0 ? '.' : '. ',
        )
  if (out.value === 0) return returned
  return runs(
    returned,
    `Во временном пользовании ${asOf(reader.on)} ${plural(out.value ?? 0, ['находится', 'находятся', 'находится'])} `,
    say(out, copies),
    late.value === 0
      ? ', просроченных возвратов нет.'
      : [{ text: ', из них срок возврата прошёл у ' }, sayGen(late), { text: '.' }],
  )
}

const sayGen = (figure: Figure): Said => say(figure, ['экземпляра', 'экземпляров', 'экземпляров'])

function atEnd(reader: ReportReader, figures: FigureSet, now: Year, last: Year | null): Said[] {
  const free = figures.sum(
    'surplusEnd',
    'Излишков в фонде, экземпляров',
    'inFund',
    now.surpluses.end,
    last?.surpluses.end,
  )
  const need = figures.sum(
    'needEnd',
    'Неудовлетворённых потребностей, экземпляров',
    'inFund',
    now.needs.end,
    last?.needs.end,
  )
  if (free.value === 0 && need.value === 0) {
    return runs(`${asOf(reader.on).replace(/^н/u, 'Н')} в фонде нет ни открытых излишков, ни потребностей.`)
  }
  return runs(
    `${asOf(reader.on).replace(/^н/u, 'Н')} в обменном фонде `,
    free.value === 0
      ? 'нет свободных излишков'
      : [
          { text: `${plural(free.value ?? 0, ['остаётся', 'остаются', 'остаётся'])} ` },
          say(free, copies),
          { text: ' излишков' },
        ],
    '; ',
    need.value === 0
      ? 'все заявленные потребности удовлетворены'
      : [{ text: 'не удовлетворены потребности в ' }, say(need, ['экземпляре', 'экземплярах', 'экземплярах'])],
    '.',
  )
}
