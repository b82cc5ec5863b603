import type { Report, ReportRecord } from '@shared/contract/reports'
import { useMemo } from 'react'
import { call } from '../../../app/api'
import type { DraftFound } from '../../../app/useAutosave'
import { type DocumentEditing, hasFields, useDocumentEditing } from '../../../app/useDocumentEditing'

/** The report under the hands. A submitted one is not typed into. */
export function useReportEditing(record: ReportRecord, draft: DraftFound): DocumentEditing<Report> {
  const { id, revision, report, state } = record
  const stored = useMemo(() => ({ revision, value: report }), [revision, report])
  return useDocumentEditing({
    key: `report:${id}`,
    stored,
    draft,
    isDocument: isReport,
    pruned: (value) => value,
    fetch: async () => {
      const found = await call('reports.get', { id })
      return { revision: found.revision, value: found.report }
    },
    save: (at, value) => call('reports.save', { id, revision: at, report: value }),
    enabled: state === 'draft',
    unanswered: 'Сначала решите, оставить ли восстановленное: кнопки — над отчётом.',
  })
}

function isReport(payload: unknown): payload is Report {
  return hasFields(payload, ['title', 'schoolYear', 'sections', 'signer', 'compare'])
}
