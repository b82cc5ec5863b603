import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../..')
/** Under node_modules, so that it is nobody's file. */
const cache = join(root, 'node_modules/.cache/metodist-reader')
const sources = [
  'src/main/store/foreign',
  'src/main/store/imports/reading',
  'src/main/store/old-papers',
  'src/main/store/templates',
  'src/main/store/documents',
  'src/shared',
]
const threads = {
  reader: 'src/main/store/imports/reading/thread.ts',
  'paper-reader': 'src/main/store/old-papers/reading/thread.ts',
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const source of sources) {
    const path = join(root, source)
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()) {
      if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(path, name)))
    }
  }
  return hash.digest('hex').slice(0, 16)
}

/** The folder of the reading threads, built once for the sources as they are: tests run from sources, threads by file. */
export async function readerBundle(): Promise<string> {
  const dir = join(cache, fingerprint())
  if (existsSync(dir)) return dir
  mkdirSync(cache, { recursive: true })
  const building = mkdtempSync(join(cache, 'building-'))
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    resolve: { alias: { '@shared': join(root, 'src/shared'), '@store': join(root, 'src/main/store') } },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: building,
      emptyOutDir: true,
      target: 'node22',
      minify: false,
      rollupOptions: {
        input: Object.fromEntries(Object.entries(threads).map(([name, path]) => [name, join(root, path)])),
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  })
  try {
    renameSync(building, dir)
  } catch (error) {
    // Another run was quicker; its bundle is the same.
    if (!existsSync(dir)) throw error
    rmSync(building, { recursive: true })
  }
  return dir
}

/** Vitest's global set-up: every test file's process knows where the threads lie. */
export async function setup(): Promise<void> {
  process.env.METODIST_READER = await readerBundle()
}
