import { AppError } from '@shared/errors'
import type { QueryContext } from '../../context'
import { explainSqliteError } from '../../database/connection'
import { wronglyDerived } from '../../database/derived'
import { wrongLedger } from '../../ledger/check'
import { wrongExchange } from '../../ledger/exchange-check'
import { wrongWriteOffs } from '../../ledger/write-off-check'
import { wrongProvision } from '../../provision/check'
import { wrongSearch } from '../../search/check'

interface Problem {
  code: string
  text: string
}

/** Everything the file can be asked about its own soundness: SQLite's checks, computed columns, the journal's thread. */
export function checkData(context: QueryContext): { ok: boolean; problems: Problem[] } {
  const problems: Problem[] = []
  for (const look of [integrity, orphans, derived, ledger, exchange, writeOffs, provision, search, journal]) {
    try {
      problems.push(...look(context))
    } catch (error) {
      // A check that damage keeps from its end has found it; the others may still say more.
      const known = explainSqliteError(error)
      if (!(known instanceof AppError) || known.code !== 'database-damaged') throw error
      problems.push({ code: 'integrity', text: `Повреждение файла: ${(error as Error).message}` })
    }
  }
  return { ok: problems.length === 0, problems }
}

function integrity({ raw }: QueryContext): Problem[] {
  const problems: Problem[] = []
  for (const row of raw.pragma('integrity_check(20)') as { integrity_check: string }[]) {
    if (row.integrity_check !== 'ok')
      problems.push({ code: 'integrity', text: `Повреждение файла: ${row.integrity_check}` })
  }
  return problems
}

function orphans({ raw }: QueryContext): Problem[] {
  return (raw.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]).map((row) => ({
    code: 'orphan',
    text: `В таблице «${row.table}» строка ${row.rowid} ссылается на то, чего нет в «${row.parent}».`,
  }))
}

function derived({ raw }: QueryContext): Problem[] {
  return wronglyDerived(raw).map(({ table, id }) => ({
    code: 'derived',
    text: `В таблице «${table}» у записи ${id} устарел ключ поиска или сортировки.`,
  }))
}

function ledger({ raw }: QueryContext): Problem[] {
  return wrongLedger(raw).map((text) => ({ code: 'ledger', text }))
}

function writeOffs({ raw }: QueryContext): Problem[] {
  return wrongWriteOffs(raw).map((text) => ({ code: 'write-off', text }))
}

function exchange(context: QueryContext): Problem[] {
  return wrongExchange(context.raw, context.today()).map((text) => ({ code: 'exchange', text }))
}

function provision(context: QueryContext): Problem[] {
  return wrongProvision(context.raw, context.today()).map((text) => ({ code: 'derived', text }))
}

function search({ raw }: QueryContext): Problem[] {
  return wrongSearch(raw).map((text) => ({ code: 'derived', text }))
}

function journal({ raw }: QueryContext): Problem[] {
  const context = raw.prepare<[], { groupId: number | null }>('SELECT groupId FROM changeContext WHERE id = 1').get()
  return context?.groupId === null ? [] : [{ code: 'journal', text: 'Журнал изменений остался открытым.' }]
}
