import { statSync } from 'node:fs'
import { extname } from 'node:path'
import type { OldPaper, PaperKind } from '@shared/contract/old-papers'
import { formatDate } from '@shared/domain/dates'
import { counted } from '@shared/domain/text/plural'
import { AppError, type ErrorCode } from '@shared/errors'
import type { CliContext, CliStore, Printed } from '../context'
import { pathOf, withStore } from '../context'
import { paperJson } from '../paper-json'

/** Lines printed in words; `--json` has them all. */
const shown = 20

/** Whether files are papers, by what is asked for, else by the first of them. */
export function arePapers(context: CliContext, files: readonly string[], as: string | undefined): boolean {
  if (as !== undefined) return as === 'protocol' || as === 'roadmap'
  const first = pathOf(context, files[0] ?? '')
  if (['.docx', '.docm', '.doc', '.txt'].includes(extname(first).toLowerCase())) return true
  return statSync(first, { throwIfNoEntry: false })?.isDirectory() === true
}

/** Reads and saves papers; what cannot be saved yet is printed all the same and waits for review in the window. */
export async function importPapers(
  context: CliContext,
  files: readonly string[],
  options: { as?: string; dryRun?: boolean },
): Promise<Printed> {
  return withStore(context, async (store) => {
    const as = (options.as ?? null) as PaperKind | null
    const { papers } = await store.call('oldPapers.read', { files: files.map((file) => pathOf(context, file)), as })
    const printed: Printed[] = []
    for (const one of papers) {
      printed.push(
        one.state === 'failed'
          ? failed(one.file, one.code as ErrorCode, one.failure)
          : await importPaper(store, one.id, options.dryRun === true),
      )
      if (one.state === 'failed' || options.dryRun === true) await store.call('oldPapers.drop', { ids: [one.id] })
    }
    const finding = printed.find((one) => one.finding)?.finding
    return {
      json: printed.length === 1 ? printed[0]?.json : printed.map(({ json }) => json),
      text: printed.map(({ text }) => text).join('\n'),
      ...(finding ? { finding } : {}),
    }
  })
}

const failed = (file: string, code: ErrorCode, failure: string): Printed => ({
  json: { kind: null, file, error: { code, message: failure } },
  text: `${failure}\n`,
  finding: new AppError(code, failure),
})

async function importPaper({ call }: CliStore, id: number, dryRun: boolean): Promise<Printed> {
  const before = await call('oldPapers.get', { id })
  if (dryRun) return { json: paperJson(before), text: textOf(before, 'проверка, ничего не загружено') }
  if (before.recordId !== null) return { json: paperJson(before), text: textOf(before, 'уже загружен') }
  if (before.duplicateId !== null) {
    // The same paper in another file: what it says is printed, and nothing is kept twice.
    return {
      json: paperJson({ ...before, recordId: before.duplicateId }),
      text: textOf(before, `${before.duplicate}, второй раз не загружен`),
    }
  }
  const { left } = await call('oldPapers.save', { ids: [id] })
  const after = await call('oldPapers.get', { id })
  const [refused] = left
  const outcome = refused ? `не сохранён и ждёт проверки: ${refused.message}` : 'загружен'
  return { json: paperJson(after), text: textOf(after, outcome) }
}

function textOf(paper: OldPaper, outcome: string): string {
  const { understood, warnings } = paper
  const lines = understood.unrecognised.filter(({ text }) => text.trim() !== '')
  const unsure = understood.marks.filter(({ sure, note }) => !sure && note !== '')
  return [
    `${paper.file}: ${outcome}.`,
    understood.kind === 'protocol' ? protocolText(understood.protocol) : roadmapText(understood.roadmap),
    ...warnings.slice(0, shown).map(({ text }) => `  Внимание: ${text}`),
    ...unsure.slice(0, shown).map(({ note }) => `  Проверьте: ${note}`),
    ...(lines.length === 0 ? [] : [`Не понято: ${counted(lines.length, ['строка', 'строки', 'строк'])}.`]),
    ...lines.slice(0, shown).map(({ line, text }) => `  Строка ${line + 1}: ${text.trim()}`),
    '',
  ].join('\n')
}

type Protocol = Extract<OldPaper['understood'], { kind: 'protocol' }>['protocol']
type Roadmap = Extract<OldPaper['understood'], { kind: 'roadmap' }>['roadmap']

function protocolText({ number, date, series, agenda, decisions, attendance }: Protocol): string {
  const all = agenda.reduce((sum, item) => sum + item.decisions.length, decisions.length)
  const name = [
    `Протокол${number === '' ? '' : ` № ${number}`}`,
    ...(date === null ? ['без даты'] : [`от ${formatDate(date, 'digits')}`]),
    series,
  ]
  const present = attendance.count === null ? '' : `, присутствовали ${attendance.count}`
  return `${name.filter((part) => part !== '').join(' ')}: ${counted(agenda.length, ['вопрос', 'вопроса', 'вопросов'])}, ${counted(all, ['решение', 'решения', 'решений'])}${present}.`
}

function roadmapText({ title, sections, from, to }: Roadmap): string {
  const items = sections.flatMap((section) => section.items)
  const parts = items.reduce((sum, item) => sum + item.parts.length, 0)
  const period =
    from === null || to === null ? 'период не понят' : `${formatDate(from, 'digits')} – ${formatDate(to, 'digits')}`
  return `«${title.replace(/\s+/gu, ' ')}» (${period}): ${counted(sections.length, ['раздел', 'раздела', 'разделов'])}, ${counted(items.length, ['пункт', 'пункта', 'пунктов'])}, ${counted(parts, ['подпункт', 'подпункта', 'подпунктов'])}.`
}
