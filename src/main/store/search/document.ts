import type { Row, SearchKind } from './kind'
import { placeOf } from './place'
import { dateTokens, firstToken, lengthToken, mostLength, textTokens } from './tokens'

/** A row of `searchDoc`. */
export interface Doc {
  id: number
  kind: number
  recordId: number
  name: string
  detail: string
  date: string | null
  title: string
  beside: string
  more: string
}

/** What the index holds of a record; null: it is not to be found. The one place where its words are made. */
export function documentOf(kind: SearchKind, row: Row): Doc | null {
  const told = kind.tell(row)
  if (told === null) return null
  const recordId = Number(row.id)
  const titled = textTokens(told.name)
  const [first] = titled
  const beside = textTokens(told.detail)
  const more = new Set(textTokens(kind.words))
  for (const text of told.more) for (const token of textTokens(text)) more.add(token)
  if (told.date !== null) for (const token of dateTokens(told.date)) more.add(token)
  for (const token of told.tokens ?? []) if (token !== '') more.add(token)
  for (const token of titled) more.delete(token)
  for (const token of beside) more.delete(token)
  return {
    id: placeOf(kind.place, told.date, recordId),
    kind: kind.place,
    recordId,
    name: told.name,
    detail: told.detail,
    date: told.date,
    title: [
      ...(first === undefined ? [] : [firstToken(first)]),
      ...(titled.length > 0 && titled.length <= mostLength ? [lengthToken(titled.length)] : []),
      ...titled,
    ].join(' '),
    beside: beside.join(' '),
    more: [...more].join(' '),
  }
}

/** The words of a document that are counted as words of the whole: all but those made for the index alone. */
export function wordsOf({ title, beside, more }: Pick<Doc, 'title' | 'beside' | 'more'>): Set<string> {
  // None twice in `more`, and none of the others there.
  const found = new Set(more === '' ? [] : more.split(' '))
  for (const token of title.split(' ')) if (token !== '' && !isOwn(token)) found.add(token)
  if (beside !== '') for (const token of beside.split(' ')) found.add(token)
  return found
}

/** Tokens made of a name for the index alone: its first word, how many it is of. */
export const isOwn = (token: string): boolean => token.startsWith('^') || token.startsWith('#')
