import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../..')
/** Under node_modules, so that it is nobody's file. */
const cache = join(root, 'node_modules/.cache/metodist-reader')
const sources = ['src/main/store/imports/reading', 'src/shared/errors.ts', 'src/shared/domain']

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const source of sources) {
    const path = join(root, source)
    const names = source.endsWith('.ts') ? [''] : readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()
    for (const name of names) {
      if (name === '' || name.endsWith('.ts')) hash.update(name).update(readFileSync(join(path, name)))
    }
  }
  return hash.digest('hex').slice(0, 16)
}

/** The reading thread as one file, built once for the sources as they are: tests run from sources, threads by file. */
export async function readerBundle(): Promise<string> {
  const dir = join(cache, fingerprint())
  const script = join(dir, 'reader.js')
  if (existsSync(script)) return script
  mkdirSync(cache, { recursive: true })
  const building = mkdtempSync(join(cache, 'building-'))
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    resolve: { alias: { '@shared': join(root, 'src/shared'), '@store': join(root, 'src/main/store') } },
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'src/main/store/imports/reading/thread.ts'),
      outDir: building,
      emptyOutDir: true,
      target: 'node22',
      minify: false,
      rollupOptions: {
        output: { format: 'cjs', entryFileNames: 'reader.js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  })
  try {
    renameSync(building, dir)
  } catch (error) {
    // Another run was quicker; its bundle is the same.
    if (!existsSync(script)) throw error
    rmSync(building, { recursive: true })
  }
  return script
}

/** Vitest's global set-up: every test file's process knows where the thread lies. */
export async function setup(): Promise<void> {
  process.env.METODIST_READER = await readerBundle()
}
