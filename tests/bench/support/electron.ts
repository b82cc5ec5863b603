import { type ChildProcess, spawn } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll } from 'vitest'
import { electronExecutable } from '../../e2e/support/app'
import { quiet } from './quiet'

/** Electron started as a person has it — not as root, sandbox on — under a display of its own, and timed from outside. */

const root = resolve(import.meta.dirname, '../../..')
export const program = root
export const emptyWindow = join(import.meta.dirname, 'empty-window')
const launcher = join(import.meta.dirname, 'launcher')
const nobody = 65534
const asRoot = process.getuid?.() === 0

let display: { process: ChildProcess; name: string } | null = null
const folders: string[] = []

afterAll(() => {
  display?.process.kill()
  display = null
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder that the started program may write to, gone after the file. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'metodist-bench-'))
  folders.push(folder)
  own(folder)
  return folder
}

/** Gives a folder and all in it to the user that the program is started as. */
export function own(folder: string): void {
  if (!asRoot) return
  chownSync(folder, nobody, nobody)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    chownSync(join(folder, name), nobody, nobody)
  }
}

/** Xvfb on a free number, or the display there is. */
async function displayName(): Promise<string> {
  if (display) return display.name
  if (process.platform !== 'linux') return process.env.DISPLAY ?? ''
  mkdirSync('/tmp/.X11-unix', { recursive: true, mode: 0o1777 })
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1366x768x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise<string>((done, fail) => {
    xvfb.stdio[3]?.once('data', (chunk: Buffer) => done(chunk.toString('utf8').trim()))
    xvfb.once('error', fail)
  })
  display = { process: xvfb, name: `:${number}` }
  return display.name
}

export interface Started {
  /** Ms from the start of the process to a usable, painted page. */
  usableAfter: number
  /** What the script in the page answered. */
  answer: unknown
  pid: number
  quit(): Promise<void>
}

export interface StartOptions {
  /** The program, or `emptyWindow`. */
  app: string
  /** JavaScript that is true in a usable page. */
  usable: string
  /** Run in the page then; its answer is told. */
  script?: string
  /** Goes on running after that. */
  stay?: boolean
  userDataDir: string
  args?: readonly string[]
  env?: Readonly<Record<string, string>>
  /** How long it may all take, ms. */
  limit?: number
}

export async function startElectron(options: StartOptions): Promise<Started> {
  const { NODE_OPTIONS: _, ELECTRON_RUN_AS_NODE: __, ...env } = process.env
  const DISPLAY = await displayName()
  const home = options.userDataDir
  await quiet()
  const started = performance.now()
  const child = spawn(
    electronExecutable(),
    [launcher, `--user-data-dir=${options.userDataDir}`, ...(options.args ?? [])],
    {
      cwd: home,
      stdio: ['ignore', 'pipe', process.env.DEBUG_APP ? 'inherit' : 'ignore'],
      env: {
        ...env,
        DISPLAY,
        HOME: home,
        XDG_CONFIG_HOME: home,
        XDG_RUNTIME_DIR: home,
        METODIST_NODE: process.execPath,
        METODIST_BENCH_PROJECT: options.app,
        METODIST_BENCH_USABLE: options.usable,
        METODIST_BENCH_SCRIPT: options.script ?? '',
        METODIST_BENCH_STAY: options.stay ? '1' : '',
        ...options.env,
      },
      ...(asRoot ? { uid: nobody, gid: nobody } : {}),
    },
  )
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const told = await listen(child, started, options.script !== undefined, options.limit ?? 60_000)
  if (!options.stay) await ended
  return {
    ...told,
    pid: child.pid ?? 0,
    async quit() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function listen(
  child: ChildProcess,
  started: number,
  scripted: boolean,
  patience: number,
): Promise<Pick<Started, 'usableAfter' | 'answer'>> {
  return new Promise((done, fail) => {
    let text = ''
    let usableAfter = 0
    const limit = setTimeout(() => {
      child.kill('SIGKILL')
      fail(new Error(`Not usable, or not answered, after ${patience / 1000} s`))
    }, patience)
    const finish = (answer: unknown): void => {
      clearTimeout(limit)
      done({ usableAfter, answer })
    }
    child.stdout?.on('data', (chunk: Buffer) => {
      const now = performance.now()
      text += chunk.toString('utf8')
      const lines = text.split('\n')
      text = lines.pop() ?? ''
      for (const line of lines) {
        if (!line.startsWith('BENCH ')) continue
        const { name, value } = JSON.parse(line.slice(6)) as { name: string; value: unknown }
        if (name === 'failed') fail(new Error(String(value)))
        if (name === 'usable') usableAfter = now - started
        if (name === (scripted ? 'script' : 'usable')) finish(value)
      }
    })
    child.once('exit', (code) => fail(new Error(`Electron ended with ${code}`)))
    child.once('error', fail)
  })
}
