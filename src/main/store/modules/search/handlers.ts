import type { SearchHit } from '@shared/contract/search'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../../database/prepared'
import type { Handlers } from '../../module'
import { type FoundDoc, findEverything, namedDocs } from '../../search/find'
import { marksOf } from '../../search/highlight'
import { kindAt, kindOf } from '../../search/kinds'

export const searchHandlers = {
  'search.everything': ({ raw, today }, { text, limit, group }) => {
    const { docs, counts, found, understood, forgiven } = findEverything(raw, text, { limit, group, today: today() })
    return { hits: docs.flatMap((doc) => hitOf(raw, doc, marksOf(doc.name, found))), counts, understood, forgiven }
  },
  'search.named': ({ raw }, { records }) =>
    namedDocs(
      raw,
      records.flatMap(({ record, id }) => {
        const kind = kindOf(record)
        return kind === undefined ? [] : [{ kind: kind.place, id }]
      }),
    ).flatMap((doc) => hitOf(raw, doc, [])),
} satisfies Handlers

function hitOf(raw: Sqlite, doc: FoundDoc, marks: SearchHit['marks']): SearchHit[] {
  const kind = kindAt(doc.kind)
  if (!kind) return []
  const { record, group } = kind
  const within =
    kind.within === undefined ? null : prepared<[number], SearchHit['within']>(raw, kind.within).get(doc.recordId)
  return [{ record, id: doc.recordId, group, title: doc.name, detail: doc.detail, marks, within: within ?? null }]
}
