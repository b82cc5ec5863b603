import { ThreadPool } from '../../foreign/reading-thread'
import type { Answers, Question, TableInfo } from './messages'
import { asRefusal, gaveUp } from './refusals'
import type { Merge, Portion } from './types'

/** An open file of tables; the reading itself is done in a thread of its own. */
export interface OpenTable {
  info: TableInfo
  merges(sheet: number): Promise<readonly Merge[]>
  /** Filled rows of a sheet in order; may be left before the end. */
  rows(sheet: number): AsyncGenerator<Portion>
  close(): Promise<void>
}

const readers = new ThreadPool<Question, Answers>({ script: 'reader.js', gaveUp })

/** @throws AppError `file-missing`, `file-unreadable`, `file-too-big` */
export async function openTable(file: string): Promise<OpenTable> {
  const reader = readers.take(file)
  let closed = false
  const close = async (): Promise<void> => {
    if (closed) return
    closed = true
    if (!reader.dead) await reader.ask({ do: 'close' }).catch(() => reader.end())
    readers.giveBack(reader)
  }
  try {
    const info = await reader.ask({ do: 'open', file })
    return {
      info,
      merges: (sheet) => reader.ask({ do: 'merges', sheet }),
      async *rows(sheet) {
        await reader.ask({ do: 'start', sheet })
        for (;;) {
          const portion = await reader.ask({ do: 'next' })
          if (portion === null) return
          yield portion
        }
      },
      close,
    }
  } catch (error) {
    await close()
    throw asRefusal(error, file)
  }
}
