import type { Output } from '@shared/contract'
import type { CliContext, Printed } from '../context'
import { withStore } from '../context'
import { idOf, kindOf, wholeNumber } from '../kinds'
import { alignedTable } from '../table'

/** History over everything or of one list, removed records and their return. The history of a record is in `records.ts`. */

/** 21.11.2026 14:30:05, where the person sits. */
function moment(at: string): string {
  const when = new Date(at)
  return `${when.toLocaleDateString('ru-RU')} ${when.toLocaleTimeString('ru-RU')}`
}

const limitOf = (limit: string | undefined): number =>
  limit === undefined ? 50 : wholeNumber(limit, '--limit', 100_000)

/** Rows asked for in one call. */
const window = 500

/** @param word kind whose list's history is asked for; undefined: everything */
export async function feed(
  context: CliContext,
  word: string | undefined,
  options: { limit?: string },
): Promise<Printed> {
  const list = word === undefined ? null : kindOf(word).list.name
  const limit = limitOf(options.limit)
  return withStore(context, async ({ call }) => {
    const entries: Output<'history.feed'>['entries'] = []
    for (;;) {
      const before: number | null = entries.at(-1)?.groupId ?? null
      const page = await call('history.feed', { list, before, limit: Math.min(window, limit - entries.length) })
      entries.push(...page.entries)
      if (!page.more || entries.length >= limit) break
    }
    const rows = entries.map((entry) => [
      String(entry.groupId),
      moment(entry.at),
      entry.author,
      entry.title,
      String(entry.records),
    ])
    const head = ['Шаг', 'Когда', 'Кто', 'Что', 'Записей']
    const right = [true, false, false, false, true]
    return { json: entries, text: rows.length === 0 ? 'Изменений нет.\n' : `${alignedTable(head, rows, right)}\n` }
  })
}

/** Removed records that can come back. */
export async function deleted(
  context: CliContext,
  word: string | undefined,
  options: { limit?: string },
): Promise<Printed> {
  const record = word === undefined ? null : kindOf(word).name
  const limit = limitOf(options.limit)
  return withStore(context, async ({ call }) => {
    const records: Output<'history.deleted'>['records'] = []
    let before: number | null = null
    do {
      const page: Output<'history.deleted'> = await call('history.deleted', {
        record,
        before,
        limit: Math.min(window, limit - records.length),
      })
      records.push(...page.records)
      before = page.next
    } while (before !== null && records.length < limit)
    const rows = records.map((one) => [one.record, String(one.id), one.name, moment(one.at), one.author])
    const head = ['Вид', 'Номер', 'Название', 'Удалено', 'Кто']
    const right = [false, true, false, false, false]
    return {
      json: records,
      text: rows.length === 0 ? 'Удалённых записей нет.\n' : `${alignedTable(head, rows, right)}\n`,
    }
  })
}

export async function revive(context: CliContext, word: string, idText: string): Promise<Printed> {
  const record = kindOf(word).name
  const id = idOf(idText)
  return withStore(context, async ({ call }) => {
    const saved = await call('history.revive', { record, id })
    return { json: saved, text: `Возвращено: ${record}, запись № ${saved.id}.\n` }
  })
}
