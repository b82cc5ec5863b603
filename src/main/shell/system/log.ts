import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The log of failures in the data folder. It holds codes and stacks only: messages of errors may quote what was typed, so
 * they are left out and the file can be handed to whoever helps.
 */
export interface Log {
  note(code: string): void
  error(where: string, error: unknown): void
  /** stderr of a process. */
  text(where: string, text: string): void
}

const largest = 512 * 1024
const kept = 3

export function fileLog(dir: () => string): Log {
  const write = (line: string): void => {
    try {
      // Not recursive: where the data folder is missing, a log must not make one in its place.
      const folder = join(dir(), 'logs')
      if (!existsSync(folder)) mkdirSync(folder)
      rotate(folder)
      appendFileSync(join(folder, 'metodist.log'), `${new Date().toISOString()} ${line}\n`)
    } catch {
      // A log that cannot be written must not be the reason for a failure.
    }
  }
  return {
    note: write,
    error: (where, error) =>
      write(`${where}: ${withoutPersonal(error instanceof Error ? (error.stack ?? error.name) : String(error))}`),
    text: (where, text) => {
      const clean = withoutPersonal(text)
      if (clean !== '') write(`${where}: ${clean}`)
    },
  }
}

function rotate(folder: string): void {
  const name = (n: number): string => join(folder, n === 0 ? 'metodist.log' : `metodist.${n}.log`)
  const size = statSync(name(0), { throwIfNoEntry: false })?.size ?? 0
  if (size < largest) return
  rmSync(name(kept), { force: true })
  for (let n = kept - 1; n >= 0; n--) {
    if (statSync(name(n), { throwIfNoEntry: false })) renameSync(name(n), name(n + 1))
  }
}

const frame = /^\s+at\s/
const errorName = /^(?:Uncaught\s+)?((?:[A-Z]\w*)?(?:Error|Exception))\b(?:\s*\[([A-Z_]+)\])?/
const code = /\bcode: '([A-Z][A-Z0-9_]+|[a-z]+(?:-[a-z]+)+)'/
/** Of our own making, hence harmless. */
const own = /^The store process ended with (?:\d+|a signal)$/

/** Of a text with error reports keeps the names of errors, their codes and the frames of their stacks. */
export function withoutPersonal(text: string): string {
  const lines: string[] = []
  for (const line of text.split('\n')) {
    const named = errorName.exec(line)
    const coded = code.exec(line)
    if (frame.test(line) || own.test(line)) lines.push(line.trimEnd())
    else if (named) lines.push(named[2] ? `${named[1]} [${named[2]}]` : `${named[1]}`)
    else if (coded) lines.push(`code: ${coded[1]}`)
  }
  return lines.join('\n')
}
