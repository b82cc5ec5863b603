import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { type Ran, ran } from './cli'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The command line as one file, as the build makes it; inside the project, so that better-sqlite3 is found. */
export async function bundleCli(): Promise<string> {
  const outDir = join(root, 'node_modules', '.cache', `metodist-cli-${process.pid}`)
  mkdirSync(outDir, { recursive: true })
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    resolve: { alias: { '@shared': join(root, 'src/shared'), '@store': join(root, 'src/main/store') } },
    ssr: { noExternal: true, external: ['better-sqlite3', '@resvg/resvg-js'] },
    build: {
      ssr: join(root, 'src/main/cli.ts'),
      outDir,
      target: 'node18',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'cli.cjs', chunkFileNames: '[name]-[hash].cjs' } },
    },
  })
  return join(outDir, 'cli.cjs')
}

export function removeBundle(script: string): void {
  rmSync(dirname(script), { recursive: true, force: true })
}

/** Runs the command line in a process of its own. */
export function runProcess(
  script: string,
  args: readonly string[],
  options: { input?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ...options.env } })
    let out = ''
    let error = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      out += part
    })
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      error += part
    })
    child.once('error', reject)
    child.once('close', (code) => resolve(ran(code ?? -1, out, error)))
    child.stdin.end(options.input ?? '')
  })
}
