import type { Profile } from '@shared/contract/app'
import type { ReportData } from '@shared/contract/reports'
import { buildReport } from '@shared/papers/report/build'
import { settled } from '../docx/settled'
import { paperToDocx } from '../docx/writer'

/** The report as a Word file: the same bytes from the same data, dated by the day of its numbers. */
export async function reportDocx(data: ReportData, profile: Profile): Promise<Buffer> {
  return settled(await paperToDocx(buildReport(data, profile)), new Date(`${data.head.on}T00:00:00Z`))
}
