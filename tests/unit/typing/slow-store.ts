/** A store that does and answers each thing when it is told to, and the drafts of one editor. */
export class SlowStore<T extends object> {
  revision = 1
  created = 0
  readonly drafts = new Map<string, unknown>()
  private readonly asked: { apply: () => void; answer: (() => void) | null }[] = []
  private readonly read: { revision: number; value: T }[] = []

  constructor(
    public value: T,
    private readonly conflict: () => Error,
  ) {}

  save(id: number | null, revision: number | null, value: T): Promise<{ id: number; revision: number }> {
    return new Promise((done, fail) => {
      const asked: (typeof this.asked)[number] = {
        answer: null,
        apply: () => {
          if (id === null) this.created++
          else if (revision !== this.revision) {
            asked.answer = () => fail(this.conflict())
            return
          }
          this.value = value
          this.revision++
          const saved = { id: 1, revision: this.revision }
          asked.answer = () => done(saved)
        },
      }
      this.asked.push(asked)
    })
  }

  /** Of the oldest save: first it is done, then it is answered. */
  work(): void {
    const [first] = this.asked
    if (first?.answer) {
      this.asked.shift()
      first.answer()
    } else first?.apply()
  }

  /** Another window, or the program beside, changes the record. */
  elsewhere(change: (value: T) => T): void {
    this.value = change(this.value)
    this.revision++
  }

  /** The window asks for the record: answered as it is at this moment. */
  ask(): void {
    this.read.push({ revision: this.revision, value: structuredClone(this.value) })
  }

  /** The answer that comes now: not always the one asked for first. */
  told(newest: boolean): { revision: number; value: T } | undefined {
    return newest ? this.read.pop() : this.read.shift()
  }

  get isBusy(): boolean {
    return this.asked.length > 0
  }

  readonly keeper = {
    put: async (key: string, value: unknown) => void this.drafts.set(key, value),
    drop: async (key: string) => void this.drafts.delete(key),
  }
}

/** Lets promises that are settled be heard. */
export const settled = async (): Promise<void> => {
  for (let n = 0; n < 12; n++) await Promise.resolve()
}
