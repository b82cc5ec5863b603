import type { Profile } from '@shared/contract/app'
import type { ReportData } from '@shared/contract/reports'
import { buildReport } from '@shared/papers/report/build'
import { paperToDocx } from '../docx/writer'

/** The report as a Word file. */
export function reportDocx(data: ReportData, profile: Profile): Promise<Buffer> {
  return paperToDocx(buildReport(data, profile))
}
