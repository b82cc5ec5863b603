import type { FromStore, ToStore } from '../../protocol'

/** A store process as the supervisor sees it, whatever carries the messages. Started when made. */
export interface StoreTransport {
  send(message: ToStore): void
  onMessage(listener: (message: FromStore) => void): void
  /** Called once, however it ended. */
  onExit(listener: (code: number | null) => void): void
  /** Lines of its stderr: for the log, after they were cleaned of what may be personal. */
  onErrorText(listener: (text: string) => void): void
  kill(): void
}

export type StartStore = () => StoreTransport
