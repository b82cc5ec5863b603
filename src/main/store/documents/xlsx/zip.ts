import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import archiver from 'archiver'

/** A part of an Office file: its name in the archive and its text, whole or as it comes. */
export interface Part {
  name: string
  text: string | AsyncIterable<string>
}

/**
 * Pours parts into a stream as a zip archive, one after another and as slowly as the stream takes them, so that what it
 * holds of memory does not depend on the size of a part. What the making of a text throws is thrown here.
 */
export async function writeZip(stream: Writable, parts: readonly Part[]): Promise<void> {
  const archive = archiver('zip', { zlib: { level: 6 } })
  let fail: (error: unknown) => void = () => undefined
  const failed = new Promise<never>((_, reject) => {
    fail = reject
  })
  // Whoever loses the race is not an unhandled rejection.
  failed.catch(() => undefined)
  archive.on('error', fail)
  for (const { name, text } of parts) {
    archive.append(typeof text === 'string' ? text : Readable.from(watched(text, fail)), { name })
  }
  const poured = Promise.all([pipeline(archive, stream), archive.finalize()])
  poured.catch(() => undefined)
  try {
    await Promise.race([poured, failed])
  } catch (error) {
    archive.abort()
    throw error
  }
}

/** The archive does not tell of a text that breaks off: it is told here. */
async function* watched(text: AsyncIterable<string>, fail: (error: unknown) => void): AsyncGenerator<string> {
  try {
    yield* text
  } catch (error) {
    fail(error)
    throw error
  }
}
