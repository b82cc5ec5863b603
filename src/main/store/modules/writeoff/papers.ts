import { buildWriteOffAct } from '@shared/papers/writeoff/act'
import type { Handlers } from '../../module'
import { savePaper } from '../../templates/save-paper'
import { summarySheets } from './summary'

/** Papers of write-off. Writers of files are loaded with the first of them: the store starts without them. */
export const writeOffPapers = {
  'papers.writeOffAct': async (context, { id, ...file }) => {
    const record = await context.query('writeOffs.get', { id })
    const form = await context.query('writeOffs.form', {})
    const profile = await context.query('profile.get', {})
    return savePaper(context, buildWriteOffAct(record, form, profile), file)
  },
  'papers.writeOffSummary': async (context, input) => {
    const sheets = await summarySheets(context, input)
    context.checkCancelled()
    const { writeSummary } = await import('../../documents/xlsx/summary')
    await writeSummary(input.out, sheets, context.now())
    return { file: input.out }
  },
} satisfies Handlers
