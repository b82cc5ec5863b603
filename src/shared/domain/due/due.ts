import type { IsoDate } from '../dates'

/** How often something is due. The set is fixed by the documented JSON of the import (weekly is not among it). */
export type Recurrence = 'permanent' | 'yearly' | 'half-yearly' | 'quarterly' | 'monthly' | 'daily' | 'on-change'

/** One срок of a decision or of a road-map item: the words of the paper and the period derived from them. */
export interface Due {
  /** Verbatim, as in the source text. */
  text: string
  /** Start and end of `text` in the source text, in UTF-16 units. */
  range: [number, number]
  /** First day of the period; null for a deadline («до 10 октября») and where no period can be derived. */
  from: IsoDate | null
  /** Last day on which it is still in time; null where none can be derived. */
  to: IsoDate | null
  recurrence: Recurrence | null
}

export interface DueContext {
  /** The meeting's date, or the first day of a plan: dues without a year are the nearest that end on or after it. */
  date: IsoDate
  /**
   * `field`: the text is a срок and nothing else, unknown words are kept as one without dates.
   * `sentence` (default): dues are found in running text, and only sure ones.
   */
  mode?: 'field' | 'sentence'
  /** The period of the plan the due belongs to: gives years to months, and means «в течение года». */
  period?: { from: IsoDate; to: IsoDate } | null
}

export interface Bounds {
  from: IsoDate | null
  to: IsoDate | null
}
