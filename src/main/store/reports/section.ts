import type { ReportPart } from '@shared/contract/report-content'
import type { SectionSpec } from '@shared/contract/reports'
import type { ReportReader } from './reader'

/**
 * A section as its module brings it: what it can tell and how it is asked. Registered in `all.ts`. `compose` answers the parts it has
 * something to say in, with keys of `spec.parts`, in their order; it counts through the reader, so that every figure has its trace.
 */
export interface ReportSectionSource {
  spec: SectionSpec
  compose(reader: ReportReader): Promise<ReportPart[]>
}
