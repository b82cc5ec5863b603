import { fieldKey, PLACE_FIELD } from '@shared/papers/templates/fields'
import { type TemplateContent, type TemplateData, TemplateHandler } from 'easy-template-x'
import { child, children, inside, remove, root, textOf, W, wordElement } from './dom'
import { WordFile } from './word-file'

/** Values by the names of fields, as people write them; a list is gone through by `{#школы}…{/школы}`. */
export type FieldValues = { readonly [name: string]: string | readonly FieldValues[] }

/** Stands where `{документ}` stood, until the paper is put there. Of the letters no alphabet has. */
export const PLACE_MARK = '\uE0D0'
/** Between paragraphs of one value. */
export const BREAK_MARK = '\uE0D1'

/** Control characters, lone surrogates and our own marks (`copies.ts` has two more): XML cannot hold the first, the last mean something. */
const UNPRINTABLE = /(?![\n\t])\p{Cc}|[\uFFFE\uFFFF\uE0D0-\uE0D3]|\p{Cs}/gu

/**
 * The template with its fields filled. Names of fields are compared without case, «ё» is «е»; a field nobody knows is left
 * empty. @throws when the braces of the template are broken: it was checked when it was added (`store/templates/check`)
 */
export async function fillTemplate(template: Uint8Array, values: FieldValues): Promise<Buffer> {
  return (await filledFile(template, values)).bytes()
}

/** The same before it is packed. @throws as `fillTemplate` */
export async function filledFile(template: Uint8Array, values: FieldValues): Promise<WordFile> {
  const data = { ...keyed(values), ...PLACE }
  return filledBy(template, (path) => located(data, path).value)
}

/** What stands in every template beside its values. */
export const PLACE: Readonly<Keyed> = { [fieldKey(PLACE_FIELD)]: PLACE_MARK }

/**
 * The same with the answers of `resolve`: what stands at a field, found by the fields and rows it stands in (`школы`, `3`, `директор`).
 * @throws as `fillTemplate`
 */
export async function filledBy(
  template: Uint8Array,
  resolve: (path: readonly string[]) => KeyedValue,
): Promise<WordFile> {
  const handler = new TemplateHandler({
    scopeDataResolver: ({ strPath }) => resolve(strPath) as TemplateContent | TemplateData[],
  })
  const file = await WordFile.open(await handler.process(Buffer.from(template), {}))
  for (const part of file.names()) {
    if (/^word\/(?:document|header\d*|footer\d*)\.xml$/u.test(part)) parted(root(file.tree(part)))
  }
  asDocument(file)
  return file
}

/** Values by `fieldKey` of their names, their paragraphs parted by `BREAK_MARK`. */
export type Keyed = { [name: string]: KeyedValue }
export type KeyedValue = string | Keyed[]

export function keyed(values: FieldValues): Keyed {
  const found: Keyed = {}
  for (const [name, value] of Object.entries(values)) {
    found[fieldKey(name)] =
      typeof value === 'string'
        ? printableText(value.replace(/\r\n?/gu, '\n')).replaceAll('\n', BREAK_MARK)
        : keyedRows(value)
  }
  return found
}

export const printableText = (text: string): string => text.replace(UNPRINTABLE, '')

/** Lists are the same for every copy of a letter: a thousand rows are not gone through a thousand times. */
const known = new WeakMap<readonly FieldValues[], Keyed[]>()

function keyedRows(rows: readonly FieldValues[]): Keyed[] {
  const found = known.get(rows) ?? rows.map(keyed)
  known.set(rows, found)
  return found
}

/**
 * The value nearest to where the field stands: of the row of a list first, then of the paper; empty where none is. `depth` is how much
 * of the path leads to it.
 */
export function located(data: Readonly<Keyed>, path: readonly string[]): { value: KeyedValue; depth: number } {
  const name = fieldKey(path.at(-1) ?? '')
  for (let depth = path.length - 1; depth >= 0; depth -= 1) {
    const here = at(data, path.slice(0, depth))
    const value = here !== null && Object.hasOwn(here, name) ? here[name] : undefined
    if (value !== undefined) return { value, depth }
  }
  return { value: '', depth: 0 }
}

function at(data: Readonly<Keyed>, path: readonly string[]): Keyed | null {
  let here: Readonly<Keyed> | KeyedValue | undefined = data
  for (const step of path) {
    if (Array.isArray(here)) here = here[Number(step)]
    else if (typeof here === 'object') here = Object.hasOwn(here, fieldKey(step)) ? here[fieldKey(step)] : undefined
    else return null
  }
  return typeof here === 'object' && !Array.isArray(here) ? here : null
}

/** Paragraphs of a value become paragraphs where it stands alone, and lines where other words stand beside it. */
function parted(tree: Element): void {
  const broken = [...inside(tree)].filter(
    (one) => one.localName === 't' && (one.textContent ?? '').includes(BREAK_MARK),
  )
  for (const text of broken) {
    const pieces = (text.textContent ?? '').split(BREAK_MARK)
    const run = text.parentNode as Element | null
    const paragraph = run?.parentNode as Element | null
    if (!run || !paragraph) continue
    if (paragraph.localName === 'p' && textOf(paragraph) === text.textContent && child(run, 'br') === null) {
      for (const piece of pieces) {
        text.textContent = piece
        paragraph.parentNode?.insertBefore(paragraph.cloneNode(true), paragraph)
      }
      remove(paragraph)
      continue
    }
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) run.insertBefore(wordElement(run.ownerDocument, 'br'), text)
      const line = text.cloneNode(true) as Element
      line.textContent = piece
      line.setAttribute('xml:space', 'preserve')
      run.insertBefore(line, text)
    }
    remove(text)
  }
}

const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** What comes out is a document, whatever it was made of, and asks nobody for its template. */
function asDocument(file: WordFile): void {
  file.setType(file.main, DOCUMENT)
  const settings = file.related(file.main, 'settings')
  if (settings === null || !file.has(settings)) return
  for (const one of children(root(file.tree(settings)))) {
    if (one.namespaceURI === W && ['attachedTemplate', 'mailMerge', 'documentProtection'].includes(one.localName))
      remove(one)
  }
  for (const one of file.relations(settings)) {
    if (['attachedTemplate', 'mailMergeSource', 'mailMergeHeaderSource', 'recipientData'].includes(one.type)) {
      file.removeRelation(settings, one.id)
    }
  }
}
