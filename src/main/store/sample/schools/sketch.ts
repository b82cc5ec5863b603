import type { School } from '@shared/contract/schools'

/** How a school of the sample is written down. */
export interface SchoolSketch {
  /** Key of the other files: the short name. */
  name: string
  /** What stands in quotes in the full name. */
  title: string
  /** Organisational form, as in «Муниципальное бюджетное…». */
  legal: 'МБОУ' | 'МАОУ' | 'МКОУ'
  type: School['type']
  locality: string
  street: string
  director: string
  foundedOn: string
  /** Children of a year's first class about 2015; cohorts are counted from it. */
  cohort: number
  grades: readonly [first: number, last: number]
  /** Change of a cohort's size from year to year: the centre grows, villages shrink. */
  trend: number
  statuses: readonly (readonly [status: School['statuses'][number]['status'], since: string | null, order: string])[]
  state?: { state: 'closed' | 'merged'; on: string; successor: string | null; note: string }
}

export const order = (date: string, number: string): string => `приказ УО от ${date} № ${number}`
/** Every library began as a plain one. */
export const library = ['shb', null, ''] as const
