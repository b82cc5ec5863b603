import { explainSqliteError } from './database/connection'
import { type DataFolder, dataFolder } from './database/folder'
import { openFolder } from './database/open'
import { type CommandRunner, type JobRunner, Router, type StoreEvents } from './router'
import { keepSearchAtOpening } from './search/keep'
import { openSession, type Session, type SessionOptions } from './session'

/** A district opened in this process, everything in one thread: for the CLI and tests. The window's store has threads. */
export interface OpenStore {
  router: Router
  folder: DataFolder
  close(): Promise<void>
}

export interface StoreOptions {
  dir: string
  create: boolean
  version: string
  author: string
  now?: () => Date
  events?: Partial<StoreEvents>
}

/** @throws AppError as `openFolder` */
export function openStore(options: StoreOptions): OpenStore {
  const folder = dataFolder(options.dir)
  const release = openFolder(folder, { create: options.create, now: options.now?.() ?? new Date() })
  const sessionOptions: SessionOptions = {
    folder,
    version: options.version,
    author: options.author,
    ...(options.now ? { now: options.now } : {}),
  }
  const sessions: Session[] = []
  const session = (): Session => {
    const opened = openSession(sessionOptions)
    sessions.push(opened)
    return opened
  }
  try {
    const [reader, writer, jobs] = [session(), session(), session()]
    keepSearchAtOpening(writer.connection.raw)
    return assemble(reader, writer, jobs, options, folder, release)
  } catch (error) {
    for (const opened of sessions) void opened.close()
    release()
    throw explainSqliteError(error)
  }
}

function assemble(
  reader: Session,
  writerSession: Session,
  jobSession: Session,
  options: StoreOptions,
  folder: DataFolder,
  release: () => void,
): OpenStore {
  const writer: CommandRunner = {
    command: (name, input, operation) => writerSession.command(name, input, operation),
    close: () => writerSession.close(),
  }
  const jobs: JobRunner = {
    job: (name, input, hooks) => jobSession.job(name, input, hooks),
    cancel: () => undefined,
    close: () => jobSession.close(),
  }
  const router = new Router(reader, writer, jobs, {
    changed: options.events?.changed ?? ((): void => undefined),
    job: options.events?.job ?? ((): void => undefined),
  })
  return {
    router,
    folder,
    async close() {
      await router.close()
      release()
    },
  }
}
