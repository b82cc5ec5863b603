import type { SectionContent } from '@shared/contract/report-content'
import type { Report } from '@shared/contract/reports'
import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../../app/api'
import { queryClient } from '../../../app/queries'
import type { Contents } from '../model/marks'

/** What the data say for the sections of a report, each as it comes. */
export interface GatheredContents {
  /** By section uid. */
  contents: Contents
  /** Sections still on their way; those never asked for are not among them. */
  waiting: ReadonlySet<string>
  errors: ReadonlyMap<string, Error>
}

type Asked = Pick<Report, 'schoolYear' | 'associationId' | 'compare'>

/**
 * Asked by kind: two sections of one kind share an answer, and what is typed into the report asks for nothing anew. A section put out of
 * the paper is asked for only while it is open.
 */
export function useContents(report: Report, open: string | null): GatheredContents {
  const { schoolYear, associationId, compare } = report
  const kinds = [
    ...new Set(
      report.sections.filter((section) => !section.hidden || section.uid === open).map((section) => section.kind),
    ),
  ]
  const results = useQueries({
    queries: kinds.map((kind) => queryOf(kind, { schoolYear, associationId, compare })),
    combine: answersOf,
  })
  const { sections } = report
  // biome-ignore lint/correctness/useExhaustiveDependencies: `results` keeps its identity while the answers are the same, and the kinds go with them
  return useMemo(() => {
    const contents = new Map<string, SectionContent>()
    const waiting = new Set<string>()
    const errors = new Map<string, Error>()
    for (const { uid, kind } of sections) {
      const index = kinds.indexOf(kind)
      if (index < 0) continue
      const result = results[index]
      if (result?.data) contents.set(uid, result.data)
      else if (result?.error) errors.set(uid, result.error)
      else waiting.add(uid)
    }
    return { contents, waiting, errors }
  }, [results, placesOf(sections)])
}

function answersOf(found: UseQueryResult<SectionContent>[]) {
  return found.map(({ data, error }) => ({ data, error }))
}

/** All of them, for a paper that must be whole. @throws AppError of the first that cannot be had */
export async function allContents(report: Report): Promise<Record<string, SectionContent>> {
  const found = await Promise.all(
    report.sections
      .filter((section) => !section.hidden)
      .map(async (section) => [section.uid, await queryClient.fetchQuery(queryOf(section.kind, report))] as const),
  )
  return Object.fromEntries(found)
}

function queryOf(kind: string, { schoolYear, associationId, compare }: Asked) {
  const input = { kind, schoolYear, associationId, compare }
  return { queryKey: ['reports.section', input] as const, queryFn: () => call('reports.section', input) }
}

/** Changes only when a section comes, goes or is of another kind: typing leaves it. */
function placesOf(sections: Report['sections']): string {
  return sections.map(({ uid, kind, hidden }) => `${uid}:${kind}:${hidden}`).join()
}
