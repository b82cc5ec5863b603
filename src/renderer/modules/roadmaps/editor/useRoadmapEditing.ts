import type { Roadmap, RoadmapRecord } from '@shared/contract/roadmaps'
import { useMemo } from 'react'
import { call } from '../../../app/api'
import type { DraftFound } from '../../../app/useAutosave'
import { type DocumentEditing, hasFields, useDocumentEditing } from '../../../app/useDocumentEditing'
import { pruned } from '../model/structure'

export interface RoadmapEditing extends DocumentEditing<Roadmap> {
  roadmap: Roadmap
}

/** The document under the hands: typed, drafted, committed, and taken anew after an undo. */
export function useRoadmapEditing(record: RoadmapRecord, draft: DraftFound): RoadmapEditing {
  const { id, revision, roadmap } = record
  const stored = useMemo(() => ({ revision, value: roadmap }), [revision, roadmap])
  const editing = useDocumentEditing({
    key: `roadmap:${id}`,
    stored,
    draft,
    isDocument: isRoadmap,
    pruned,
    fetch: async () => {
      const found = await call('roadmaps.get', { id })
      return { revision: found.revision, value: found.roadmap }
    },
    save: (at, value) => call('roadmaps.save', { id, revision: at, roadmap: value }),
    unanswered: 'Сначала решите, оставить ли восстановленное: кнопки — над таблицей.',
  })
  return { ...editing, roadmap: editing.value }
}

function isRoadmap(payload: unknown): payload is Roadmap {
  return hasFields(payload, ['kind', 'title', 'columns', 'sections', 'approval'])
}
