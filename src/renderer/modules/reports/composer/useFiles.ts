import type { Profile } from '@shared/contract/app'
import type { Report, ReportData, ReportRecord } from '@shared/contract/reports'
import { buildReport } from '@shared/papers/report/build'
import { showError } from '../../../app/toasts'
import type { DocumentEditing } from '../../../app/useDocumentEditing'
import { printPaper, savePaper } from '../../../components/paper/files'
import { allContents } from './useContents'

interface Asked {
  record: ReportRecord
  editing: DocumentEditing<Report>
  profile: Profile
  data: ReportData
  frozen: boolean
}

/** Files of the report. They are made from the store: what is typed is committed first. */
export function useFiles({ record, editing, profile, data, frozen }: Asked) {
  const settled = async (work: () => Promise<void>) => {
    try {
      if (!frozen) await editing.settle()
      await work()
    } catch (error) {
      showError(error)
    }
  }
  const name = data.report.title.replace(/\s+/gu, ' ').trim().slice(0, 90)
  const input = { reportId: record.id }
  return {
    /** @param templateId her letterhead or cover; null: the paper as it is */
    word: (templateId: number | null) => void settled(() => savePaper('papers.report', { ...input, templateId }, name)),
    excel: () => void settled(() => savePaper('papers.report', input, `${name}. Приложения`, 'xlsx')),
    /** The whole of it, though some section is still on its way to the screen. */
    print: (to: 'printer' | 'pdf') =>
      void settled(async () => {
        const report = editing.live.value()
        const whole = frozen ? data : { ...data, report, contents: await allContents(report) }
        await printPaper(buildReport(whole, profile), to)
      }),
  }
}
