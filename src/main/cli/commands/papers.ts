import { ProtocolLayout } from '@shared/contract/associations'
import { type CliContext, type Printed, pathOf, usage, withStore } from '../context'
import { columnOf, type ListOptions, listQuery } from '../filters'
import { idOf, type Kind, kindOf } from '../kinds'

export interface ExportOptions extends ListOptions {
  layout?: string
  decision?: string
  school?: string
  form?: string
  date?: string
}

/** Papers promised in CLI.md whose modules are not built yet. */
const later = new Set(['roadmap', 'report', 'transfer-act', 'writeoff-act', 'consolidation', 'deliveries'])

export async function exportPaper(
  context: CliContext,
  what: string,
  target: string | undefined,
  options: ExportOptions,
): Promise<Printed> {
  if (later.has(what)) throw notYet(`export ${what}`)
  if (!['protocol', 'attendance', 'extract', 'list'].includes(what)) {
    throw usage(`Документа «${what}» нет. Есть: protocol, attendance, extract, list.`)
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

export function exportList(context: CliContext, kind: Kind, options: ListOptions, out: string): Promise<Printed> {
  const { list } = kind
  const columns = options.columns?.split(',').map((word) => columnOf(list, word).key) ?? null
  return written(context, 'papers.list', { list: list.name, query: listQuery(list, options), columns, out })
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
