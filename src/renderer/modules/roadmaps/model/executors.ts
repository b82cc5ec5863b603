import type { Roadmap } from '@shared/contract/roadmaps'
import { ranked } from '../../../components/pick/ranked'

/** Whom «@» offers in a cell of executors. */
export interface Candidate {
  key: string
  /** As it is written into the cell. */
  label: string
  detail: string
}

/** Who executes in such papers, as they are printed. */
const common = ['Руководитель РМО', 'Руководители ИБЦ', 'Педагоги-библиотекари', 'Заведующие библиотеками'] as const

/** Those of this paper first, then people and schools of the district. */
export function candidatesOf(
  roadmap: Roadmap,
  librarians: readonly { id: number; name: string; position: string; school: string }[],
  schools: readonly { id: number; name: string }[],
): Candidate[] {
  const used = roadmap.sections.flatMap(({ items }) => items.flatMap((item) => item.executors.map(({ text }) => text)))
  const known = new Set([...librarians, ...schools].map(({ name }) => name))
  return [
    ...[...new Set<string>([...used, ...common])]
      .filter((name) => !known.has(name))
      .map((name) => ({ key: `used:${name}`, label: name, detail: '' })),
    ...librarians.map(({ id, name, position, school }) => ({
      key: `person:${id}`,
      label: name,
      detail: [position, school].filter(Boolean).join(', '),
    })),
    ...schools.map(({ id, name }) => ({ key: `school:${id}`, label: name, detail: 'школа' })),
  ]
}

export const executorsFor = (query: string, all: readonly Candidate[]): Candidate[] => ranked(query, all, 8)
