/**
 * Editors that hold uncommitted typing register here, so that Ctrl+S, undo, leaving and closing the window can wait for
 * all of them with one call.
 */
type Flusher = () => Promise<void>

const flushers = new Set<Flusher>()

export function registerFlusher(flush: Flusher): () => void {
  flushers.add(flush)
  return () => {
    flushers.delete(flush)
  }
}

/** Resolves when every editor has committed, or has at least put its draft away. Never rejects. */
export async function flushAll(): Promise<void> {
  await Promise.allSettled([...flushers].map((flush) => flush()))
}
