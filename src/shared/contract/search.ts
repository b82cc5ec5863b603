import { z } from 'zod'
import { query } from './core'
import { Id } from './fields'

/** One box over everything that has a name (Ctrl+K), and the page of all that was found. */

/** What can be looked among, as chips name it. */
export const searchGroups = {
  schools: 'Школы',
  people: 'Люди',
  associations: 'Объединения',
  meetings: 'Заседания',
  decisions: 'Решения',
  roadmaps: 'Дорожные карты',
  events: 'Мероприятия',
  textbooks: 'Учебники',
  transfers: 'Передачи',
  writeoff: 'Списание',
  reports: 'Отчёты и письма',
  'old-papers': 'Старые документы',
  texts: 'Фразы и шаблоны',
} as const
export const SearchGroup = z.enum(Object.keys(searchGroups) as [keyof typeof searchGroups])
export type SearchGroup = z.infer<typeof SearchGroup>

export const SearchHit = z.object({
  record: z.string(),
  id: z.int(),
  group: SearchGroup,
  title: z.string(),
  detail: z.string(),
  /** Parts of the title that were asked for: [from, to) in letters. */
  marks: z.array(z.tuple([z.int(), z.int()])),
  /** Of what stands inside another record: that record and its place there. */
  within: z.object({ id: z.int(), uid: z.string() }).nullable(),
})
export type SearchHit = z.infer<typeof SearchHit>

/** More of one group than this is not counted: «99+». */
export const mostCounted = 99

export const SearchFound = z.object({
  hits: z.array(SearchHit),
  /** Of each group that has any; `mostCounted` + 1 stands for more. Whatever group is asked for. */
  counts: z.array(z.object({ group: SearchGroup, count: z.int() })),
  /** The text as it would be with the other layout of the keys, when only so something was found; null: as typed. */
  understood: z.string().nullable(),
  /** Nothing has all the words as they were typed: some were taken for others like them, or left out. */
  forgiven: z.boolean(),
})
export type SearchFound = z.infer<typeof SearchFound>

export const searchContract = {
  /** Best first. Nothing found is an empty list; an empty text finds nothing. */
  'search.everything': query(
    z.object({
      text: z.string().max(200),
      limit: z.int().min(1).max(200).default(20),
      /** Null: everything. */
      group: SearchGroup.nullable().default(null),
    }),
    SearchFound,
    ['*'],
  ),
  /** What these records are called now, for those opened lately; what is gone is left out. */
  'search.named': query(
    z.object({ records: z.array(z.object({ record: z.string(), id: Id })).max(50) }),
    z.array(SearchHit),
    ['*'],
  ),
} as const
