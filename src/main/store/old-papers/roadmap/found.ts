import type { RoadmapItem } from '@shared/contract/roadmaps'
import type { FoundColumn } from './heads'
import type { FoundPart } from './parts'
import type { Words } from './words'

/** What has been found in a plan, every word with its place; uids and dates come later. */
export interface FoundPlan {
  columns: FoundColumn[]
  sections: FoundSection[]
}

export interface FoundSection {
  number: string
  title: Words
  /** With number and title: all that stands in the row. */
  whole: Words
  /** The month it is of, or the срок it names: that of items which have none. */
  due: Words | null
  items: FoundItem[]
}

export interface FoundItem {
  /** As printed or made by Word, without the stop; '' without. */
  number: string
  numberWords: Words
  title: Words
  parts: FoundPart[]
  due: Words[]
  executors: FoundExecutor[]
  document: Words
  results: Words
  /** Of columns with no field of their own. */
  cells: { column: FoundColumn; words: Words }[]
}

export interface FoundExecutor {
  role: RoadmapItem['executors'][number]['role']
  words: Words
}
