import { counted } from '@shared/domain/text/plural'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../database/prepared'
import { type Doc, documentOf, isOwn, wordsOf } from './document'
import type { Row } from './kind'
import { searchKinds } from './kinds'
import { rules } from './marks'

const records = ['запись', 'записи', 'записей'] as const
const wordForms = ['слово', 'слова', 'слов'] as const

/** What of the index is not what it would be if made anew; for `check`. Sentences for people. */
export function wrongSearch(raw: Sqlite): string[] {
  if (prepared<[], { rules: string }>(raw, 'SELECT rules FROM searchState').get()?.rules !== rules) return []
  const wrong: string[] = []
  const counts = new Map<string, number>()
  const kept = prepared<[number, number], Doc>(raw, 'SELECT * FROM searchDoc WHERE kind = ? AND recordId = ?')
  let different = 0
  let known = 0
  for (const kind of searchKinds) {
    const rows = prepared<[], Row>(raw, kind.select('IS NOT NULL')).all()
    for (const row of rows) {
      const doc = documentOf(kind, row)
      if (doc === null) continue
      known += 1
      const found = kept.get(kind.place, doc.recordId) as Record<string, unknown> | undefined
      if (!found || Object.entries(doc).some(([name, value]) => found[name] !== value)) different += 1
      for (const word of wordsOf(doc)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  const all = prepared<[], { n: number }>(raw, 'SELECT count(*) AS n FROM searchDoc').get()?.n ?? 0
  different += Math.max(0, all - known)
  if (different > 0) wrong.push(`Поиск по всему: не так, как в данных, ${counted(different, records)}.`)
  const words = wrongWords(raw, counts)
  if (words > 0) wrong.push(`Указатель слов для поиска расходится с данными: ${counted(words, wordForms)}.`)
  return wrong
}

/** Words that the index itself, or the list of words beside it, has of another number of records. */
function wrongWords(raw: Sqlite, counts: ReadonlyMap<string, number>): number {
  raw.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.searchTerms USING fts5vocab ('main', 'searchIndex', 'row')")
  const indexed = prepared<[], { term: string; doc: number }>(raw, 'SELECT term, doc FROM temp.searchTerms').all()
  const listed = prepared<[], { word: string; docs: number }>(raw, 'SELECT word, docs FROM searchWord').all()
  const own = new Map(indexed.filter(({ term }) => !isOwn(term)).map(({ term, doc }) => [term, doc]))
  const kept = new Map(listed.map(({ word, docs }) => [word, docs]))
  let wrong = 0
  for (const word of new Set([...counts.keys(), ...own.keys(), ...kept.keys()])) {
    const count = counts.get(word)
    if (own.get(word) !== count || kept.get(word) !== count) wrong += 1
  }
  return wrong
}
