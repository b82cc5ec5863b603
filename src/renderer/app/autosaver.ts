/** What is typed at this moment, and whether it may be committed. */
export interface Typing<T> {
  /** `school:5`, `meeting:new`. Names the draft. */
  key: string
  value: T
  /** Something in `value` is not committed yet. */
  dirty: boolean
  /** Saves `value` (the one given); throws when it is refused. It must make `dirty` false when it is done. */
  commit: (value: T) => Promise<void>
  delayMs: number
  canCommit: boolean
  enabled: boolean
}

/** Where drafts are kept. Both may fail: the store may be restarting. */
export interface DraftKeeper {
  put: (key: string, value: unknown) => Promise<unknown>
  drop: (key: string) => Promise<unknown>
}

export interface AutosaverEvents {
  saving: (is: boolean) => void
  saved: () => void
  refused: (failure: unknown) => void
  /** The person has dropped what was refused. */
  forgiven: () => void
}

const DRAFT_EVERY_MS = 1000

/**
 * The clockwork of editing that saves itself: a draft each second, a commit after a rest, one commit at a time. It reads what
 * is typed when it acts, never what was drawn: a letter that came while a commit was under way is in the next one.
 */
export class Autosaver<T> {
  private running: Promise<void> | null = null
  /** The value last refused: not tried again until it changes. */
  private refused: T | null = null
  /** The value last committed: a screen that tells `dirty` by what it has drawn may not know of it yet. */
  private committed: T | null = null
  private drafted: T | null = null
  private resting: T | null = null
  private restTimer: ReturnType<typeof setTimeout> | undefined
  private draftTimer: ReturnType<typeof setInterval> | undefined

  constructor(
    private readonly read: () => Typing<T>,
    private readonly drafts: DraftKeeper,
    private readonly events: AutosaverEvents,
  ) {}

  /** To be called after every change of what is typed or of what is saved. */
  touched(): void {
    const { value, dirty, enabled, delayMs } = this.read()
    if (!dirty || !enabled) {
      this.stop()
      return
    }
    this.draftTimer ??= setInterval(() => void this.putDraft(), DRAFT_EVERY_MS)
    if (this.resting === value) return
    this.resting = value
    clearTimeout(this.restTimer)
    this.restTimer = setTimeout(() => void this.flush(), delayMs)
  }

  /** No draft and no commit by itself any more. */
  stop(): void {
    clearTimeout(this.restTimer)
    clearInterval(this.draftTimer)
    this.draftTimer = undefined
    this.resting = null
  }

  /** Commits now what is uncommitted; resolves when done, never rejects. */
  flush(): Promise<void> {
    return this.commitNow(false)
  }

  /** Commits also what was refused, or waits for an answer: the person has given it. */
  retry(): Promise<void> {
    return this.commitNow(true)
  }

  async discard(): Promise<void> {
    this.refused = null
    this.events.forgiven()
    await this.dropDraft(this.read().key)
  }

  private async commitNow(isAnswered: boolean): Promise<void> {
    while (this.running) await this.running
    const { enabled, dirty, value, canCommit } = this.read()
    if (!enabled || !dirty || this.committed === value) return
    if (!isAnswered && (!canCommit || this.refused === value)) return this.putDraft()
    const work = this.commit()
    this.running = work
    await work
    this.running = null
  }

  private async commit(): Promise<void> {
    const { key, value, commit } = this.read()
    this.events.saving(true)
    try {
      await commit(value)
      this.refused = null
      this.committed = value
      this.events.saved()
      await this.dropDraft(key)
    } catch (failure) {
      this.refused = value
      this.events.refused(failure)
      await this.putDraft()
    } finally {
      this.events.saving(false)
    }
  }

  private async putDraft(): Promise<void> {
    const { key, value, dirty, enabled } = this.read()
    if (!enabled || !dirty || this.drafted === value) return
    this.drafted = value
    try {
      await this.drafts.put(key, value)
    } catch {
      // The store may be restarting: the next second tries again.
      this.drafted = null
    }
  }

  private async dropDraft(key: string): Promise<void> {
    this.drafted = null
    try {
      await this.drafts.drop(key)
    } catch {
      // A draft left behind is harmless: it equals the record and is dropped on the next open.
    }
  }
}
