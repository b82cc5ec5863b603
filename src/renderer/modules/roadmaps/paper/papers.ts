import { showError } from '../../../app/toasts'
import { savePaper } from '../../../components/paper/files'
import type { RoadmapEditing } from '../editor/useRoadmapEditing'

export const paperKinds = {
  plain: 'Документ',
  execution: 'Документ с отметками о выполнении',
  report: 'Отчёт о выполнении',
  year: 'Годовой график',
} as const
export type PaperKind = keyof typeof paperKinds
export const isPaperKind = (text: unknown): text is PaperKind => typeof text === 'string' && text in paperKinds

export interface SavePapers {
  word: (kind: PaperKind, range: { from: string; to: string }, templateId: number | null) => void
  sheet: () => void
  reportSheet: () => void
}

/** Files of one paper. They are made from the store: what is typed is committed first. */
export function papersOf(id: number, editing: RoadmapEditing): SavePapers {
  const name = editing.roadmap.title.replace(/\s+/gu, ' ').trim().slice(0, 90)
  const save = (...args: Parameters<typeof savePaper>) =>
    void editing
      .settle()
      .then(() => savePaper(...args))
      .catch(showError)
  return {
    word(kind, { from, to }, templateId) {
      if (kind === 'report') save('papers.roadmapReport', { roadmapId: id, templateId }, `Отчёт о выполнении. ${name}`)
      else if (kind === 'year') save('papers.roadmapYear', { roadmapId: id, from, to, templateId }, `График. ${name}`)
      else {
        const execution = kind === 'execution'
        save('papers.roadmap', { roadmapId: id, execution, templateId }, execution ? `${name}, выполнение` : name)
      }
    },
    sheet: () => save('papers.roadmapSheet', { roadmapId: id, execution: true }, name, 'xlsx'),
    reportSheet: () =>
      save('papers.roadmapReport', { roadmapId: id, format: 'xlsx' }, `Отчёт о выполнении. ${name}`, 'xlsx'),
  }
}
