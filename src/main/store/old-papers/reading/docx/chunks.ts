import type { Archive } from '../../../foreign/archive'
import { decodeText } from '../../../foreign/decode-text'
import type { Link } from '../../../foreign/relations'
import { type Block, plainLine } from '../blocks'
import { maxChunkBytes } from '../limits'
import { blocksOf } from '../text/read-text'
import { textOfPage } from './web-page'

/** Other files that a program put whole into a document (`altChunk`): Word shows them as part of it. By id, those that are read. */
export async function readChunks(archive: Archive, links: ReadonlyMap<string, Link>): Promise<Map<string, Block[]>> {
  const chunks = new Map<string, Block[]>()
  let left = maxChunkBytes
  for (const [id, { type, part }] of links) {
    if (!type.endsWith('/aFChunk') || !readable.test(part) || !archive.has(part)) continue
    if (archive.size(part) > left) continue
    left -= archive.size(part)
    const blocks = await chunkOf(archive, part)
    if (blocks !== null) chunks.set(id, blocks)
  }
  return chunks
}

/** Another .docx, .rtf or .mht is not: Word takes it in when it saves the document. */
const readable = /\.(?:txt|x?html?)$/i

/** Stands where a text of the paper is missing. */
export const unreadChunk: readonly Block[] = [
  {
    line: plainLine(
      '[Вложенный документ не прочитан: откройте файл в Word, сохраните его как «Документ Word (.docx)» и загрузите снова]',
    ),
  },
]

/** null: there is something in it, but no text was found. */
async function chunkOf(archive: Archive, part: string): Promise<Block[] | null> {
  const pieces: Buffer[] = []
  for await (const piece of archive.stream(part)) pieces.push(piece)
  const bytes = Buffer.concat(pieces)
  const text = /\.txt$/i.test(part) ? decodeText(bytes).text : textOfPage(bytes)
  return text.trim() === '' && bytes.length > 0 ? null : blocksOf(text)
}
