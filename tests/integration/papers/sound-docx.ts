import JSZip from 'jszip'

/**
 * What Word's own strict reader complains of («документ содержит нечитаемое содержимое»), looked for in the raw parts: names
 * that lead nowhere, names given twice, parts of no type. Empty: nothing is wrong. Knows nothing of how the file was made.
 */
export async function unsoundness(docx: Buffer): Promise<string[]> {
  const zip = await JSZip.loadAsync(docx)
  const faults: string[] = []
  const names = Object.values(zip.files)
    .filter((file) => !file.dir)
    .map((file) => file.name)
  const text = new Map<string, string>()
  for (const name of names) {
    if (/\.(?:xml|rels)$/u.test(name)) text.set(name, (await zip.file(name)?.async('string')) ?? '')
  }
  const types = text.get('[Content_Types].xml') ?? ''
  const typed = new Map<string, string>()
  for (const [entry] of types.matchAll(/<(?:Override|Default)\b[^>]*>/gu)) {
    const key = attribute(entry, 'PartName') ?? `.${attribute(entry, 'Extension')?.toLowerCase()}`
    if (typed.has(key)) faults.push(`two types of ${key}`)
    typed.set(key, attribute(entry, 'ContentType') ?? '')
  }
  for (const name of names) {
    const extension = `.${name.split('.').at(-1)?.toLowerCase()}`
    if (name !== '[Content_Types].xml' && !typed.has(`/${name}`) && !typed.has(extension))
      faults.push(`no type: ${name}`)
  }
  for (const key of typed.keys())
    if (key.startsWith('/') && !names.includes(key.slice(1))) faults.push(`a type of nothing: ${key}`)
  if (new Set(names.map((name) => name.toLowerCase())).size !== names.length) faults.push('two parts of one name')

  for (const [name, xml] of text) {
    const open = tags(xml)
    if (open !== null) faults.push(`${name}: ${open}`)
    if (name.endsWith('.rels')) {
      const ids = new Set<string>()
      for (const [relation] of xml.matchAll(/<Relationship\b[^>]*>/gu)) {
        const id = attribute(relation, 'Id') ?? ''
        if (ids.has(id)) faults.push(`${name}: ${id} twice`)
        ids.add(id)
        if (attribute(relation, 'TargetMode') === 'External') continue
        const target = resolved(name, attribute(relation, 'Target') ?? '')
        if (!names.includes(target)) faults.push(`${name}: ${id} leads to ${target}, which is not there`)
      }
      continue
    }
    const relations = text.get(name.replace(/([^/]+)$/u, '_rels/$1.rels')) ?? ''
    for (const [, id = ''] of xml.matchAll(/\br:(?:id|embed|link|pict)="([^"]+)"/gu)) {
      if (!relations.includes(`Id="${id}"`)) faults.push(`${name}: no relation ${id}`)
    }
  }

  const document = text.get('word/document.xml') ?? ''
  const styles = text.get('word/styles.xml') ?? ''
  const numbering = text.get('word/numbering.xml') ?? ''
  const styleIds = values(styles, /<w:style\b[^>]*w:styleId="([^"]*)"/gu)
  const styleNames = values(styles, /<w:style\b.*?<w:name w:val="([^"]*)"/gsu).map((name) => name.toLowerCase())
  for (const [what, all] of [
    ['style id', styleIds],
    ['style name', styleNames],
    ['list', values(numbering, /<w:num\b[^>]*w:numId="([^"]*)"/gu)],
    ['abstract list', values(numbering, /<w:abstractNum\b[^>]*w:abstractNumId="([^"]*)"/gu)],
    ['bookmark', values(document, /<w:bookmarkStart\b[^>]*w:name="([^"]*)"/gu)],
    ['bookmark id', values(document, /<w:bookmarkStart\b[^>]*w:id="([^"]*)"/gu)],
    ['drawing', values(document, /<wp:docPr\b[^>]*?\bid="([^"]*)"/gu)],
  ] as const) {
    for (const twice of all.filter((one, index) => all.indexOf(one) !== index)) faults.push(`${what} ${twice} twice`)
  }
  if (values(styles, /<w:style\b[^>]*w:type="paragraph"[^>]*w:default="(1|true)"/gu).length > 1)
    faults.push('two standard styles')
  const lists = new Set(values(numbering, /<w:num\b[^>]*w:numId="([^"]*)"/gu))
  const abstracts = new Set(values(numbering, /<w:abstractNum\b[^>]*w:abstractNumId="([^"]*)"/gu))
  for (const id of values(numbering, /<w:num\b[^>]*>\s*<w:abstractNumId w:val="([^"]*)"/gu))
    if (!abstracts.has(id)) faults.push(`no abstract list ${id}`)
  if (/<w:num\b.*<w:abstractNum\b/su.test(numbering)) faults.push('numbering out of order')
  for (const [name, xml] of text) {
    if (!/^word\/(?:document|styles|numbering|header\d*|footer\d*)\.xml$/u.test(name)) continue
    for (const id of values(xml, /<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val="([^"]*)"/gu)) {
      if (!styleIds.includes(id) && !BUILT_IN.has(id)) faults.push(`${name}: no style ${id}`)
    }
    for (const id of values(xml, /<w:numId w:val="([^"]*)"/gu))
      if (id !== '0' && !lists.has(id)) faults.push(`${name}: no list ${id}`)
  }
  if (/<\/w:tbl>\s*<\/w:tc>/u.test(document)) faults.push('a cell without a paragraph')
  if (!/<w:sectPr\b.*<\/w:sectPr>\s*<\/w:body>/su.test(document)) faults.push('the last section is not at the end')
  return [...new Set(faults)]
}

/** Word knows these without being told. */
const BUILT_IN = new Set(['TableNormal', 'DefaultParagraphFont'])

const attribute = (entry: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(entry)?.[1]

const values = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map((match) => match[1] ?? '')

function resolved(relations: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = relations.split('/').slice(0, -2)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else steps.push(step)
  }
  return steps.join('/')
}

/** Elements that do not match. */
function tags(xml: string): string | null {
  const open: string[] = []
  for (const [whole, close, name = '', , empty] of xml.matchAll(
    /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/gu,
  )) {
    if (close === '/') {
      if (open.pop() !== name) return `${whole} closes nothing`
    } else if (empty !== '/') open.push(name)
  }
  return open.length === 0 ? null : `${open.join(' ')} not closed`
}
