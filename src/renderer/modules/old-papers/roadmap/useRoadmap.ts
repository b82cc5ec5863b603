import type { RoadmapDraft } from '@shared/contract/old-papers'
import type { RoadmapItem } from '@shared/contract/roadmaps'
import { useMemo } from 'react'
import { confirm, withoutMarks } from '../model/marks'
import { updateItem } from '../model/roadmap'
import { type ReviewApi, useReview } from '../review/ReviewContext'

/** Changes of a road map under review. What is corrected by hand is sure. */
export interface RoadmapEdit {
  /** @param path the field corrected */
  edit: (path: string, change: (roadmap: RoadmapDraft) => RoadmapDraft) => void
  item: (path: string, uid: string, change: (item: RoadmapItem) => RoadmapItem) => void
  /** Takes a row out with its marks. */
  remove: (path: string, change: (roadmap: RoadmapDraft) => RoadmapDraft) => void
}

export function useRoadmap(): RoadmapEdit {
  const review = useReview()
  return useMemo(() => roadmapEdit(review), [review])
}

function roadmapEdit({ change }: ReviewApi): RoadmapEdit {
  const edit: RoadmapEdit['edit'] = (path, next) =>
    change((now) => {
      if (now.kind !== 'roadmap') return now
      return confirm({ ...now, roadmap: next(now.roadmap) }, path)
    }, path)
  return {
    edit,
    item: (path, uid, next) => edit(path, (roadmap) => updateItem(roadmap, uid, next)),
    remove: (path, next) =>
      change((now) => {
        if (now.kind !== 'roadmap') return now
        return withoutMarks({ ...now, roadmap: next(now.roadmap) }, path)
      }),
  }
}
