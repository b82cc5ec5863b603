import type { Profile } from '@shared/contract/app'
import { blankSection } from '@shared/contract/blank'
import { newUid } from '@shared/contract/fields'
import type { Report, ReportSection } from '@shared/contract/reports'
import { formatSchoolYear } from '@shared/domain/school-year'
import type { QueryContext } from '../../context'
import { readSetting } from '../../database/settings'
import { reportSections } from '../../reports/all'
import { associationName, readReport } from './read'
import { templateSections } from './templates'

export interface BlankAsked {
  schoolYear: string | null
  /** Left out: as the other report has it. */
  associationId?: number | null | undefined
  templateId: number | null
  reportId: number | null
}

/** A report to begin with: nothing in it is accepted yet. @throws AppError `not-found` */
export async function blankReport(context: QueryContext, asked: BlankAsked): Promise<Report> {
  const profile = readSetting<Profile | null>(context.raw, 'profile', null)
  const schoolYear = asked.schoolYear ?? context.schoolYear()
  const earlier = asked.reportId === null ? null : readReport(context.raw, asked.reportId).report
  const associationId = asked.associationId === undefined ? (earlier?.associationId ?? null) : asked.associationId
  const sections =
    earlier?.sections ?? (asked.templateId === null ? null : templateSections(context.raw, asked.templateId))
  return {
    title: titleOf(context, schoolYear, associationId),
    schoolYear,
    associationId,
    addressee: earlier?.addressee ?? profile?.authority ?? '',
    signer: earlier?.signer ?? { position: 'Методист', name: profile?.methodologist ?? '' },
    compare: earlier?.compare ?? true,
    contents: earlier?.contents ?? true,
    note: '',
    sections: sections === null ? usualSections() : sections.map(anew),
  }
}

function titleOf({ raw }: QueryContext, schoolYear: string, associationId: number | null): string {
  const whose = associationName(raw, associationId)
  const year = `за ${formatSchoolYear(schoolYear)} учебный год`
  return whose === '' ? `Отчёт о работе школьных библиотек ${year}` : `Отчёт о работе (${whose}) ${year}`
}

/** The sections of FORMS §11 with all their usual parts. */
function usualSections(): ReportSection[] {
  return reportSections.filter(({ spec }) => spec.usual).map(({ spec }) => blankSection(spec))
}

/** Rows of a record have keys of their own; numbers seen last year say nothing of this one. */
function anew(section: ReportSection): ReportSection {
  return {
    ...section,
    uid: newUid(),
    pieces: section.pieces.map((piece) => ({ ...piece, uid: newUid(), seen: null })),
  }
}
