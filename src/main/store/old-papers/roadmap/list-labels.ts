import { type DueYears, isDueLike } from './dues'
import type { SeenLine } from './grid'
import { part, trimmed, type Words, withoutEnd } from './words'

/** Labels that begin a field in a plan without tables: «Отв.:», «Срок –», «Результат:». */

export type ListField = 'title' | 'due' | 'executors' | 'coExecutors' | 'results' | 'document'

const LABELS: readonly { field: ListField; words: string }[] = [
  { field: 'coExecutors', words: 'соисполнител[ьи]' },
  {
    field: 'executors',
    words:
      'отв(?:етственн(?:ый|ая|ые)(?: исполнител[ьи]| лиц[оа])?)?(?: за \\p{L}+)?|исполнител[ьи]|провод(?:ит|ят)|организатор(?:ы)?|' +
      'докладчик(?:и)?|выступающи[ей]',
  },
  {
    field: 'due',
    words: 'срок(?:и|а)?(?: \\p{L}+(?:ия|чи|ки))?|дата(?: проведения)?|время проведения|период(?: проведения)?',
  },
  { field: 'results', words: '(?:ожидаемый |планируемый )?результат(?:ы)?|итог' },
  { field: 'document', words: '(?:вид |итоговый )?документ|выход|форма отч[её]т(?:а|ности)' },
]

/** A label with «:» or a dash after it; a stop does for an abbreviation. */
const LABEL = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${LABELS.map(({ words }, index) => `(?<f${index}>${words})`).join('|')})` +
    '\\s*(?:\\.\\s*[:–—-]?|:|\\s[–—-]|[–—](?=\\s))\\s*',
  'giu',
)
const AT_START = new RegExp(`^[(]?(?:${LABEL.source})`, 'iu')

export const startsWithLabel = (text: string): boolean => AT_START.test(text)

/** The fields of an item as its lines fill them. */
export interface Filling {
  fields: Record<ListField, SeenLine[]>
  field: ListField
}

export const emptyFilling = (): Filling => ({
  fields: { title: [], due: [], executors: [], coExecutors: [], results: [], document: [] },
  field: 'title',
})

/** Puts a line where it belongs: on to the field that is open, or to those its labels name. Answers the labels. */
export function fill(filling: Filling, line: SeenLine, years: DueYears): Words[] {
  const { words } = line
  const labels: Words[] = []
  let from = 0
  for (const match of words.text.matchAll(LABEL)) {
    const field = LABELS.find((_, at) => match.groups?.[`f${at}`] !== undefined)?.field
    // Inside a sentence a label stands after a stop or bracket, or has its colon.
    const before = words.text.slice(from, match.index)
    if (!field || !(before.trim() === '' || /[.;,()]\s*$/u.test(before) || match[0].includes(':'))) continue
    addBefore(filling, line, withoutEnd(trimmed(part(words, from, match.index)), /\s*[(,;]$/u), years)
    labels.push(part(words, match.index, match.index + match[0].length))
    filling.field = field
    from = match.index + match[0].length
  }
  const rest = trimmed(part(words, from))
  // The bracket that was open before the label: «(отв. Зуева А.П.)».
  add(filling, line, labels.length === 0 ? rest : withoutEnd(rest, /(?<!\([^()]*)\)\.?$/u))
  return labels
}

/** «Анализ работы (сентябрь, отв. …)»: the срок in the bracket that is open before a label. */
function addBefore(filling: Filling, line: SeenLine, words: Words, years: DueYears): void {
  const open = words.text.lastIndexOf('(')
  const due = open < 0 ? null : trimmed(part(words, open + 1))
  if (filling.field !== 'title' || !due || !isDueLike(due.text, years)) {
    add(filling, line, words)
    return
  }
  add(filling, line, trimmed(part(words, 0, open)))
  filling.fields.due.push({ ...line, words: due })
}

function add(filling: Filling, line: SeenLine, words: Words): void {
  if (words.text !== '') filling.fields[filling.field].push({ ...line, words })
}
