import JSZip from 'jszip'
import { children, parseXml, root, xmlText } from './dom'

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const CONTENT_TYPES = '[Content_Types].xml'

export interface Relation {
  id: string
  /** Last word of the type: `image`, `header`. */
  type: string
  fullType: string
  /** Path of the part, or the address of what is outside. */
  target: string
  external: boolean
}

/** A .docx in memory: parts by path, those of XML as trees once somebody has looked into them. */
export class WordFile {
  private readonly trees = new Map<string, Document>()
  /** By the part they are of: joined letters have thousands. */
  private readonly known = new Map<string, Relation[]>()

  private constructor(private readonly parts: Map<string, Uint8Array>) {}

  /** @throws when it is no archive or has no document in it: foreign files are checked before (`foreign/archive`) */
  static async open(bytes: Uint8Array): Promise<WordFile> {
    const zip = await JSZip.loadAsync(bytes)
    const parts = new Map<string, Uint8Array>()
    for (const file of Object.values(zip.files)) {
      if (!file.dir) parts.set(file.name.replace(/^\/+/, ''), await file.async('uint8array'))
    }
    return new WordFile(parts)
  }

  /** The same file with other text in some of its parts; the rest is shared with this one. */
  withTexts(texts: ReadonlyMap<string, string>): WordFile {
    const parts = new Map<string, Uint8Array>(
      this.names().map((name) => [name, texts.has(name) ? Buffer.from(texts.get(name) ?? '') : this.raw(name)]),
    )
    return new WordFile(parts)
  }

  async bytes(): Promise<Buffer> {
    const zip = new JSZip()
    // Readers look for the types first.
    const names = [CONTENT_TYPES, ...[...this.parts.keys()].filter((name) => name !== CONTENT_TYPES)]
    for (const name of names) {
      const tree = this.trees.get(name)
      const content = tree ? xmlText(tree) : this.parts.get(name)
      if (content !== undefined) zip.file(name, content, { createFolders: false })
    }
    return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
  }

  /** Path of the document itself. */
  get main(): string {
    return this.related('', 'officeDocument') ?? 'word/document.xml'
  }

  has(part: string): boolean {
    return this.parts.has(part)
  }

  names(): string[] {
    return [...this.parts.keys()]
  }

  raw(part: string): Uint8Array {
    const tree = this.trees.get(part)
    if (tree) return Buffer.from(xmlText(tree))
    const bytes = this.parts.get(part)
    if (!bytes) throw new Error(`There is no part ${part}`)
    return bytes
  }

  tree(part: string): Document {
    const known = this.trees.get(part)
    if (known) return known
    const tree = parseXml(new TextDecoder().decode(this.raw(part)).replace(/^\uFEFF/, ''))
    this.trees.set(part, tree)
    return tree
  }

  put(part: string, content: Uint8Array | string, type: string): void {
    this.parts.set(part, typeof content === 'string' ? Buffer.from(content) : content)
    this.trees.delete(part)
    this.setType(part, type)
  }

  remove(part: string): void {
    this.parts.delete(part)
    this.trees.delete(part)
    for (const one of children(root(this.tree(CONTENT_TYPES)))) {
      if (one.getAttribute('PartName') === `/${part}`) one.parentNode?.removeChild(one)
    }
  }

  /** A name like this one that is free: `word/media/image3.png`. */
  freeName(part: string): string {
    const [, stem = 'word/part', extension = ''] = /^(.*?)\d*(\.[^.]*)?$/.exec(part) ?? []
    const taken = new Set(this.names().map((name) => name.toLowerCase()))
    for (let number = 1; ; number += 1) {
      const name = `${stem}${number}${extension}`
      if (!taken.has(name.toLowerCase())) return name
    }
  }

  relations(part: string): readonly Relation[] {
    const found = this.known.get(part) ?? this.read(part)
    this.known.set(part, found)
    return found
  }

  private read(part: string): Relation[] {
    const file = relationsOf(part)
    if (!this.has(file)) return []
    return children(root(this.tree(file))).map((one) => {
      const external = one.getAttribute('TargetMode') === 'External'
      const target = one.getAttribute('Target') ?? ''
      const fullType = one.getAttribute('Type') ?? ''
      return {
        id: one.getAttribute('Id') ?? '',
        type: fullType.split('/').at(-1) ?? '',
        fullType,
        target: external ? target : resolved(part, target),
        external,
      }
    })
  }

  /** The first part of that type it refers to. */
  related(part: string, type: string): string | null {
    return this.relations(part).find((one) => one.type === type && !one.external)?.target ?? null
  }

  /** Answers the id by which the part refers to what was added. `type` in full or its last word. */
  addRelation(part: string, type: string, target: string, external = false): string {
    const file = relationsOf(part)
    if (!this.has(file)) {
      this.put(
        file,
        `<Relationships xmlns="${RELATIONS}"/>`,
        'application/vnd.openxmlformats-package.relationships+xml',
      )
    }
    const known = this.known.get(part) ?? this.read(part)
    let number = known.length + 1
    while (known.some(({ id }) => id === `rId${number}`)) number += 1
    const id = `rId${number}`
    const fullType = type.includes('/') ? type : `${OFFICE}/${type}`
    const relation = this.tree(file).createElementNS(RELATIONS, 'Relationship')
    relation.setAttribute('Id', id)
    relation.setAttribute('Type', fullType)
    relation.setAttribute('Target', external ? target : relative(part, target))
    if (external) relation.setAttribute('TargetMode', 'External')
    root(this.tree(file)).appendChild(relation)
    known.push({ id, type: fullType.split('/').at(-1) ?? '', fullType, target, external })
    this.known.set(part, known)
    return id
  }

  removeRelation(part: string, id: string): void {
    this.known.delete(part)
    for (const one of children(root(this.tree(relationsOf(part))))) {
      if (one.getAttribute('Id') === id) one.parentNode?.removeChild(one)
    }
  }

  typeOf(part: string): string {
    const types = children(root(this.tree(CONTENT_TYPES)))
    const own = types.find((one) => one.getAttribute('PartName')?.toLowerCase() === `/${part}`.toLowerCase())
    if (own) return own.getAttribute('ContentType') ?? ''
    return (
      types
        .find((one) => one.getAttribute('Extension')?.toLowerCase() === extensionOf(part))
        ?.getAttribute('ContentType') ?? ''
    )
  }

  setType(part: string, type: string): void {
    if (part === CONTENT_TYPES || this.typeOf(part) === type) return
    const list = root(this.tree(CONTENT_TYPES))
    const own = children(list).find((one) => one.getAttribute('PartName') === `/${part}`)
    const entry = own ?? this.tree(CONTENT_TYPES).createElementNS(TYPES, 'Override')
    entry.setAttribute('PartName', `/${part}`)
    entry.setAttribute('ContentType', type)
    list.appendChild(entry)
  }
}

const extensionOf = (part: string): string => /\.([^./]+)$/.exec(part)?.[1]?.toLowerCase() ?? ''

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1)

function relationsOf(part: string): string {
  const folder = folderOf(part)
  return `${folder}_rels/${part.slice(folder.length)}.rels`
}

function resolved(part: string, target: string): string {
  const steps = target.startsWith('/')
    ? []
    : folderOf(part)
        .split('/')
        .filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function relative(part: string, target: string): string {
  const folder = folderOf(part)
  return folder !== '' && target.startsWith(folder) ? target.slice(folder.length) : `/${target}`
}
