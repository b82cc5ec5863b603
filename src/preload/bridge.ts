import type { EventName, Events } from '@shared/contract/app'
import type { Answer } from '@shared/errors'

/** All that the window's page can reach of the outside. The page uses it through `renderer/app/api.ts` only. */
export interface MetodistBridge {
  /**
   * Any call of the contract, its `Answer` as JSON: the border between preload and page copies a text at once and an object
   * value by value. Never rejects for a failure of the call itself.
   */
  ask(name: string, input: unknown): Promise<string>
  /** The same, taken apart here: for the developer tools and tests. */
  call(name: string, input: unknown): Promise<Answer<unknown>>
  /** Answers how to stop listening. */
  subscribe<N extends EventName>(event: N, listener: (payload: Events[N]) => void): () => void
  /** Full paths of files dropped or chosen; an empty string for what is not a file on disk. */
  pathsOf(files: readonly File[]): string[]
}

declare global {
  interface Window {
    readonly metodist: MetodistBridge
  }
}
