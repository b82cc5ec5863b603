import type { Output } from '@shared/contract'
import { ProtocolLayout } from '@shared/contract/associations'
import { librarianList } from '@shared/contract/librarians'
import { decisionList } from '@shared/contract/meetings'
import { LibrarianPaperColumn } from '@shared/contract/papers'
import { transferList } from '@shared/contract/transfers'
import { writeOffList } from '@shared/contract/writeoff'
import { parseDate } from '@shared/domain/dates'
import { parseSchoolYear, schoolYearBounds } from '@shared/domain/school-year'
import { type CliContext, type Printed, pathOf, usage, withStore } from '../context'
import { columnOf, type ListOptions, listQuery } from '../filters'
import { idOf, type Kind, kindOf } from '../kinds'

export interface ExportOptions extends ListOptions {
  layout?: string
  decision?: string
  school?: string
  form?: string
  date?: string
  /** Road maps: what was done is filled in. */
  execution?: boolean
  /** False after --no-personal. */
  personal?: boolean
}

/** Papers promised in CLI.md whose modules are not built yet. */
const later = new Set(['consolidation', 'deliveries'])

export async function exportPaper(
  context: CliContext,
  what: string,
  target: string | undefined,
  options: ExportOptions,
): Promise<Printed> {
  if (later.has(what)) throw notYet(`export ${what}`)
  if (what === 'report') return exportReport(context, target, options)
  if (what === 'librarians' || what === 'staffing') return exportBank(context, what, target, options)
  if (what === 'participants' || what === 'registration') return exportEvent(context, what, target, options)
  if (what === 'letter') return exportLetter(context, target, options)
  if (what === 'decisions' || what === 'year-plan' || what === 'calendar') {
    return exportYear(context, what, target, options)
  }
  if (what === 'plan' || what === 'flows') return exportExchange(context, what, target, options)
  if (what === 'transfer-act' || what === 'exchange-sheet') return exportTransfers(context, what, target, options)
  if (what === 'roadmap' || what === 'roadmap-report' || what === 'roadmap-year') {
    return exportRoadmap(context, what, target, options)
  }
  if (what === 'writeoff-act' || what === 'writeoff-summary') return exportWriteOff(context, what, target, options)
  if (!['protocol', 'attendance', 'extract', 'list'].includes(what)) {
    throw usage(
      `Документа «${what}» нет. Есть: protocol, attendance, extract, list, librarians, staffing, plan, flows, transfer-act, exchange-sheet, writeoff-act, writeoff-summary, roadmap, roadmap-report, roadmap-year, participants, registration, letter, decisions, year-plan, calendar, report.`,
    )
  }
  if (target === undefined) {
    throw usage(
      what === 'list' ? 'Не указан список: export list schools …' : `Не указан номер заседания: export ${what} 12 …`,
    )
  }
  if (options.out === undefined) throw usage('Не указан файл: --out ФАЙЛ.')
  const out = pathOf(context, options.out)
  if (what === 'list') return exportList(context, kindOf(target), options, out)
  const meetingId = idOf(target)
  switch (what) {
    case 'protocol':
      return written(context, 'papers.protocol', { meetingId, layout: layoutOf(options.layout), out })
    case 'attendance':
      return written(context, 'papers.attendance', { meetingId, out })
    default: {
      if (options.decision === undefined) throw usage('Не указано решение: --decision 1.2 (номер, как он напечатан).')
      const schoolId = options.school === undefined ? null : idOf(options.school)
      return written(context, 'papers.extract', { meetingId, number: options.decision, schoolId, out })
    }
  }
}

/** Who took part in an event, by its number: the list, or the sheet to sign. */
function exportEvent(
  context: CliContext,
  what: 'participants' | 'registration',
  target: string | undefined,
  options: ExportOptions,
): Promise<Printed> {
  if (target === undefined) throw usage(`Не указан номер мероприятия: export ${what} 5 --out ФАЙЛ.`)
  if (options.out === undefined) throw usage('Не указан файл: --out ФАЙЛ.')
  const out = pathOf(context, options.out)
  const layout = what === 'registration' ? 'registration' : 'list'
  return written(context, 'papers.eventParticipants', { id: idOf(target), layout, out })
}

/** Letters or certificates by their number: one file, or (a folder) a file for each. */
function exportLetter(context: CliContext, target: string | undefined, options: ExportOptions): Promise<Printed> {
  if (target === undefined) throw usage('Не указан номер письма: export letter 3 --out ФАЙЛ.')
  if (options.out === undefined) throw usage('Не указан файл: --out ФАЙЛ (или папка: тогда каждому свой файл).')
  const out = pathOf(context, options.out)
  return written(context, 'papers.mailing', { id: idOf(target), separately: !/\.docx$/iu.test(out), out })
}

/** Papers over a school year; the register takes the filters of the list of decisions. */
function exportYear(
  context: CliContext,
  what: 'decisions' | 'year-plan' | 'calendar',
  target: string | undefined,
  options: ExportOptions,
): Promise<Printed> {
  if (target !== undefined) throw usage(`Лишнее слово «${target}»: export ${what} --year 2026-2027 --out ФАЙЛ.`)
  if (options.out === undefined) throw usage('Не указан файл: --out ФАЙЛ.')
  const out = pathOf(context, options.out)
  if (what === 'decisions')
    return written(context, 'papers.decisions', { query: listQuery(decisionList, options), out })
  if (options.year === undefined) throw usage(`Не указан учебный год: export ${what} --year 2026-2027 --out ФАЙЛ.`)
  const schoolYear = yearOf(options.year)
  return written(context, what === 'year-plan' ? 'papers.yearPlan' : 'papers.meetingCalendar', { schoolYear, out })
}

/** A redistribution plan by its number, or the map of flows of a school year's transfers. */
function exportExchange(
  context: CliContext,
  what: 'plan' | 'flows',
  target: string | undefined,
  options: ExportOptions,
): Promise<Printed> {
  if (options.out === undefined) throw usage('Не указан файл: --out ФАЙЛ.')
  const out = pathOf(context, options.out)
  if (what === 'plan') {
    if (target === undefined) throw usage('Не указан номер плана: export plan 3 --out ФАЙЛ.')
    return written(context, 'papers.plan', { id: idOf(target), out })
  }
  if (target !== undefined) throw usage(`Лишнее слово «${target}»: export flows --year 2026-2027 --out ФАЙЛ.`)
  const { schoolYear } = listQuery(transferList, options)
  const { from, to } =
    schoolYear === null || schoolYear === undefined ? { from: null, to: null } : schoolYearBounds(schoolYear)
  return written(context, 'papers.flows', { from, to, out })
}

/** The act of a transfer with its list, or who brings what to whom by some transfers («3,5,8»). */
function exportTransfers(
  context: CliContext,
  what: 'transfer-act' | 'exchange-sheet',
  target: string | undefined,
  options: ExportOptions,
): Promise<Printed> {
  if (options.out === undefined) throw usage('Не указан файл: --out ФАЙЛ.')
  const out = pathOf(context, options.out)
  if (what === 'transfer-act') {
    if (target === undefined) throw usage('Не указан номер передачи: export transfer-act 12 --out ФАЙЛ.')
    return written(context, 'papers.transferAct', { id: idOf(target), out })
  }
  if (target === undefined) throw usage('Не указаны номера передач: export exchange-sheet 3,5,8 --out ФАЙЛ.')
  return written(context, 'papers.exchangeSheet', {
    transferIds: target.split(',').map((one) => idOf(one.trim())),
    out,
  })
}

/**
 * An annual report by its number, or that of a school year: the one kept (a submitted one first), else one begun now of the usual
 * sections. A file .xlsx gets its annexes.
 */
function exportReport(context: CliContext, target: string | undefined, options: ExportOptions): Promise<Printed> {
  if (options.out === undefined) throw usage('Не указан файл: --out ФАЙЛ.')
  const out = pathOf(context, options.out)
  if (target !== undefined) return written(context, 'papers.report', { reportId: idOf(target), out })
  if (options.year === undefined) {
    throw usage('Не указан учебный год: export report --year 2025-2026 --out ФАЙЛ (или номер отчёта из list reports).')
  }
  const schoolYear = yearOf(options.year)
  return withStore(context, async ({ callAny }) => {
    const { rows } = (await callAny('reports.list', {
      filters: [{ op: 'equals', column: 'schoolYear', value: schoolYear }],
      sort: [{ column: 'state', desc: true }],
    })) as Output<'reports.list'>
    const reportId = rows[0]?.id ?? null
    const answer = (await callAny('papers.report', { reportId, schoolYear, out })) as { file: string }
    return { json: { ...answer, reportId }, text: `Записан файл ${answer.file}\n` }
  })
}

/** A road map as its paper or, by the name of the file, its workbook; how it is carried out; its year. */
function exportRoadmap(
  context: CliContext,
  what: 'roadmap' | 'roadmap-report' | 'roadmap-year',
  target: string | undefined,
  options: ExportOptions,
): Promise<Printed> {
  if (target === undefined) throw usage(`Не указан номер дорожной карты: export ${what} 1 --out ФАЙЛ.`)
  if (options.out === undefined) throw usage('Не указан файл: --out ФАЙЛ.')
  const out = pathOf(context, options.out)
  const roadmapId = idOf(target)
  const isSheet = /\.xlsx$/iu.test(out)
  if (what === 'roadmap') {
    const execution = options.execution === true
    return written(context, isSheet ? 'papers.roadmapSheet' : 'papers.roadmap', { roadmapId, execution, out })
  }
  if (what === 'roadmap-report') {
    const on = options.date === undefined ? null : dayOf(options.date)
    return written(context, 'papers.roadmapReport', { roadmapId, on, format: isSheet ? 'xlsx' : 'docx', out })
  }
  return withStore(context, async ({ callAny }) => {
    const { roadmap } = (await callAny('roadmaps.get', { id: roadmapId })) as Output<'roadmaps.get'>
    const asked = options.year === undefined ? roadmap : schoolYearBounds(yearOf(options.year))
    const answer = (await callAny('papers.roadmapYear', {
      roadmapId,
      from: asked.from,
      to: asked.to,
      out,
    })) as { file: string }
    return { json: answer, text: `Записан файл ${answer.file}\n` }
  })
}

function dayOf(word: string): string {
  const day = parseDate(word)
  if (day !== null) return day
  throw usage(`--date: «${word}» — такой даты нет. Нужна дата вида 15.05.2026.`)
}

function yearOf(word: string): string {
  const year = parseSchoolYear(word)
  if (year !== null) return year
  throw usage(`--year: «${word}» — нужен учебный год вида 2026-2027.`)
}

/** An act with its list, or the consolidated sheets of a campaign or a school year. */
function exportWriteOff(
  context: CliContext,
  what: 'writeoff-act' | 'writeoff-summary',
  target: string | undefined,
  options: ExportOptions,
): Promise<Printed> {
  if (options.out === undefined) throw usage('Не указан файл: --out ФАЙЛ.')
  const out = pathOf(context, options.out)
  if (what === 'writeoff-act') {
    if (target === undefined) throw usage('Не указан номер записи акта: export writeoff-act 12 --out ФАЙЛ.')
    return written(context, 'papers.writeOffAct', { id: idOf(target), out })
  }
  const { schoolYear } = listQuery(writeOffList, options)
  const { from, to } =
    schoolYear === null || schoolYear === undefined ? { from: null, to: null } : schoolYearBounds(schoolYear)
  const campaignId = target === undefined ? null : idOf(target)
  return written(context, 'papers.writeOffSummary', { campaignId, from, to, out })
}

/** The bank of librarians: its list and the staffing certificate. */
function exportBank(
  context: CliContext,
  what: 'librarians' | 'staffing',
  target: string | undefined,
  options: ExportOptions,
): Promise<Printed> {
  if (target !== undefined) throw usage(`Лишнее слово «${target}»: export ${what} --year 2026-2027 --out ФАЙЛ.`)
  if (options.out === undefined) throw usage('Не указан файл: --out ФАЙЛ.')
  const out = pathOf(context, options.out)
  const query = listQuery(librarianList, options)
  if (what === 'staffing') return written(context, 'papers.staffing', { schoolYear: query.schoolYear, out })
  const columns = options.columns?.split(',').map(paperColumn) ?? null
  return written(context, 'papers.librarians', { query, columns, personal: options.personal !== false, out })
}

function paperColumn(word: string): LibrarianPaperColumn {
  const column = LibrarianPaperColumn.safeParse(word.trim())
  if (column.success) return column.data
  throw usage(`--columns: столбца «${word}» в списке нет. Есть: ${LibrarianPaperColumn.options.join(', ')}.`)
}

export function exportList(context: CliContext, kind: Kind, options: ExportOptions, out: string): Promise<Printed> {
  const { list } = kind
  const columns = options.columns?.split(',').map((word) => columnOf(list, word).key) ?? null
  const personal = options.personal !== false
  return written(context, 'papers.list', { list: list.name, query: listQuery(list, options), columns, personal, out })
}

/** A refusal that says when it will be otherwise. */
export function notYet(command: string): Error {
  return usage(`Команда «${command}» в этой версии программы ещё не работает.`)
}

function layoutOf(word: string | undefined): ProtocolLayout | null {
  if (word === undefined) return null
  const layout = ProtocolLayout.safeParse(word)
  if (layout.success) return layout.data
  throw usage(`--layout: вида «${word}» нет. Есть: full (полный), decisions (краткий), programme (программа).`)
}

async function written(context: CliContext, job: string, input: unknown): Promise<Printed> {
  return withStore(context, async ({ callAny }) => {
    const answer = (await callAny(job, input)) as { file: string; rows?: number }
    const rows = answer.rows === undefined ? '' : ` (строк: ${answer.rows})`
    return { json: answer, text: `Записан файл ${answer.file}${rows}\n` }
  })
}
