import { userInfo } from 'node:os'
import { text } from 'node:stream/consumers'

/** What a command has of the world; a test gives it another. */
export interface CliIo {
  out(text: string): Promise<void>
  error(text: string): Promise<void>
  /** The whole standard input. */
  input(): Promise<string>
  env: NodeJS.ProcessEnv
  cwd: string
  osUser: string
  /** The clock; absent: the computer's. */
  now?: () => Date
}

export function processIo(): CliIo {
  // «… | head» closes our output early: that is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  return {
    out: (line) => written(process.stdout, line),
    error: (line) => written(process.stderr, line),
    input: () => text(process.stdin),
    env: process.env,
    cwd: process.cwd(),
    osUser: osUser(),
  }
}

/** Waits until the text has left: a pipe may be written later than the process would end. */
function written(stream: NodeJS.WriteStream, line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(line, (error) => (error ? reject(error) : resolve()))
  })
}

function osUser(): string {
  try {
    return userInfo().username
  } catch {
    // A user without an entry in the system's list, as in some containers.
    return ''
  }
}
