import JSZip from 'jszip'

/**
 * The same file from the same paper: the library gives relations random names, counts bookmarks and drawings through the whole life of the
 * process and writes the clock into every part. Here they are counted through the file alone, and its time is `made`.
 */
export function settled(file: Buffer, made: Date): Promise<Buffer> {
  return repacked(file, made, 'DEFLATE')
}

async function repacked(file: Buffer, made: Date, compression: 'DEFLATE' | 'STORE'): Promise<Buffer> {
  const zip = await JSZip.loadAsync(file)
  const entries = Object.values(zip.files).filter((entry) => !entry.dir)
  const texts = new Map<string, string>()
  for (const { name } of entries) {
    if (/\.(?:xml|rels)$/u.test(name)) texts.set(name, (await zip.file(name)?.async('string')) ?? '')
  }
  const relations = renamedRelations(texts)
  const out = new JSZip()
  for (const { name } of entries) {
    const options = { date: made, createFolders: false }
    const text = texts.get(name)
    if (text !== undefined) out.file(name, settledText(text, relations, made), options)
    else {
      const bytes = (await zip.file(name)?.async('nodebuffer')) ?? Buffer.alloc(0)
      // A chart has its own workbook inside: small parts, squeezed together with the whole file sooner than each alone.
      out.file(name, name.endsWith('.xlsx') ? await repacked(bytes, made, 'STORE') : bytes, options)
    }
  }
  return out.generateAsync({ type: 'nodebuffer', compression })
}

/** New names of relations that were named at random, through all parts. */
function renamedRelations(texts: ReadonlyMap<string, string>): Map<string, string> {
  const names = new Map<string, string>()
  for (const [name, text] of texts) {
    if (!name.endsWith('.rels')) continue
    for (const [, id = ''] of text.matchAll(/<Relationship\b[^>]*?\bId="([^"]+)"/gu)) {
      if (!/^rId\d+$/u.test(id)) names.set(id, `rIdPart${names.size + 1}`)
    }
  }
  return names
}

function settledText(text: string, relations: ReadonlyMap<string, string>, made: Date): string {
  const bookmarks = new Map<string, number>()
  for (const [, id = ''] of text.matchAll(/<w:bookmarkStart\b[^>]*?\bw:id="(\d+)"/gu)) {
    bookmarks.set(id, bookmarks.size + 1)
  }
  let drawings = 0
  return text
    .replace(
      /(\b(?:r:id|r:embed|Id)=")([^"]+)"/gu,
      (_, head: string, id: string) => `${head}${relations.get(id) ?? id}"`,
    )
    .replace(
      /(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")(\d+)"/gu,
      (_, head: string, id: string) => `${head}${bookmarks.get(id) ?? id}"`,
    )
    .replace(
      /(\bw:(?:name|anchor)="_Toc|PAGEREF _Toc)(\d+)/gu,
      (_, head: string, id: string) => head + (bookmarks.get(id) ?? id),
    )
    .replace(/(<wp:docPr\b[^>]*?\bid=")\d+"/gu, (_, head: string) => `${head}${++drawings}"`)
    .replace(
      /(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/gu,
      (_, head: string) => head + made.toISOString().replace(/\.\d+Z$/u, 'Z'),
    )
}
