import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(__dirname, '../../../..')
/** Under node_modules, so that the bundle finds better-sqlite3. */
const cache = join(root, 'node_modules/.cache/metodist-store')

/** Of every source the bundle is made from: name, size and time. */
function stateOfSources(): string {
  const hash = createHash('sha256')
  for (const dir of ['src/main/store', 'src/shared', 'resources']) {
    for (const name of readdirSync(join(root, dir), { recursive: true, encoding: 'utf8' }).sort()) {
      const stat = statSync(join(root, dir, name), { throwIfNoEntry: false })
      if (stat?.isFile()) hash.update(`${name} ${stat.size} ${stat.mtimeMs}\n`)
    }
  }
  return hash.digest('hex').slice(0, 16)
}

/** Folder with `store.js`, `writer.js`, `job.js` as the program ships them; built once for the sources as they are. */
export async function storeBundle(): Promise<string> {
  const dir = join(cache, stateOfSources())
  if (existsSync(dir)) return dir
  mkdirSync(cache, { recursive: true })
  // Old ones, except what a test beside us may be running from.
  for (const name of readdirSync(cache)) {
    if (Date.now() - statSync(join(cache, name)).mtimeMs > 3_600_000) rmSync(join(cache, name), { recursive: true })
  }
  const building = mkdtempSync(join(cache, 'building-'))
  // Tests of folder permissions run the bundle as another user.
  chmodSync(building, 0o755)
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    define: { __DEV_SEAMS__: 'true' },
    resolve: { alias: { '@shared': join(root, 'src/shared'), '@store': join(root, 'src/main/store') } },
    ssr: { noExternal: true, external: ['better-sqlite3', '@resvg/resvg-js'] },
    build: {
      ssr: true,
      outDir: building,
      emptyOutDir: true,
      target: 'node22',
      minify: false,
      rollupOptions: {
        input: {
          store: join(root, 'src/main/store/entry.ts'),
          writer: join(root, 'src/main/store/writer-thread.ts'),
          job: join(root, 'src/main/store/job-thread.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  })
  try {
    renameSync(building, dir)
  } catch (error) {
    // Another test file was quicker; its bundle is the same.
    if (!existsSync(dir)) throw error
    rmSync(building, { recursive: true })
  }
  return dir
}
