import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CliIo } from '../../../src/main/cli/io'
import { runCli } from '../../../src/main/cli/run'
import { temporaryFolder } from './store'

/** What one command line left behind. */
export interface Ran {
  code: number
  out: string
  error: string
  /** The one document of stdout. */
  json<T = unknown>(): T
  /** The failure of stderr, under `--json`. */
  failure(): { code: string; message: string; path?: string }
}

export interface RunOptions {
  input?: string
  today?: string
  env?: NodeJS.ProcessEnv
  cwd?: string
}

export function ran(code: number, out: string, error: string): Ran {
  return {
    code,
    out,
    error,
    json: <T>() => JSON.parse(out) as T,
    failure: () => (JSON.parse(error) as { error: { code: string; message: string; path?: string } }).error,
  }
}

/** Runs a command line in this process. */
export async function cli(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  let out = ''
  let error = ''
  const io: CliIo = {
    out: async (text) => {
      out += text
    },
    error: async (text) => {
      error += text
    },
    input: async () => options.input ?? '',
    env: options.env ?? {},
    cwd: options.cwd ?? process.cwd(),
    osUser: 'test',
    now: () => new Date(`${options.today ?? '2026-11-21'}T12:00:00`),
  }
  const code = await runCli(args, io)
  return ran(code, out, error)
}

let template: Promise<string> | null = null

/** A data folder of its own for the test, filled with the sample district: made once in this process, then copied. */
export async function demoFolder(): Promise<string> {
  template ??= makeTemplate()
  const dir = join(temporaryFolder(), 'data')
  cpSync(await template, dir, { recursive: true })
  return dir
}

async function makeTemplate(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'metodist-demo-'))
  process.once('exit', () => rmSync(root, { recursive: true, force: true }))
  const dir = join(root, 'data')
  const made = await cli(['init', '--demo', '--data', dir])
  if (made.code !== 0) throw new Error(made.error)
  return dir
}
