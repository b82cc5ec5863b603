import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/**
 * `test`: what development, tests and the test package run; keeps the development seams. `release`: what people get; the
 * seams are compiled out and a test proves it.
 */
const flavour = process.env.METODIST_FLAVOUR === 'release' ? 'release' : 'test'
const outDir = at(flavour === 'release' ? './out-release' : './out')
const define = { __DEV_SEAMS__: JSON.stringify(flavour === 'test') }
const alias = { '@shared': at('./src/shared'), '@store': at('./src/main/store') }

/** Each of these becomes a file of its own name in out/main: threads and processes are started by file. */
const all: Record<string, string> = {
  index: './src/main/index.ts',
  store: './src/main/store/entry.ts',
  writer: './src/main/store/writer-thread.ts',
  job: './src/main/store/job-thread.ts',
  reader: './src/main/store/imports/reading/thread.ts',
  'paper-reader': './src/main/store/old-papers/reading/thread.ts',
  cli: './src/main/cli.ts',
  ...(flavour === 'test' ? { 'echo-store': './tests/support/echo-store.ts' } : {}),
}

/** A part of them, comma-separated, while another part of the tree does not build. */
const only = process.env.METODIST_ENTRIES?.split(',')
const entries = Object.fromEntries(
  Object.entries(all)
    .filter(([name, path]) => existsSync(at(path)) && (only?.includes(name) ?? true))
    .map(([name, path]) => [name, at(path)]),
)

interface ModuleGraph {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null
}
let start: ReadonlySet<string> | null = null

/**
 * What the first screen needs is one file: shared with lazy screens, it would fall into two dozen, and each costs a round
 * trip through the shell before anything is seen.
 */
function forTheStart(id: string, graph: ModuleGraph): string | null {
  start ??= reachable(at('./src/renderer/main.tsx'), graph)
  return start.has(id) ? 'start' : null
}

/** All modules that are loaded with this one; of a library's barrel only what is imported from it by name. */
function reachable(from: string, graph: ModuleGraph): ReadonlySet<string> {
  const found = new Set<string>()
  const queue = [from]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id) || id.endsWith(BARREL)) continue
    found.add(id)
    const imported = graph.getModuleInfo(id)?.importedIds ?? []
    queue.push(...imported, ...imported.filter((one) => one.endsWith(BARREL)).flatMap((barrel) => byName(id, barrel)))
  }
  return found
}

/** Mantine's index: it imports every component there is, and bundling leaves of it only what is asked for. */
const BARREL = '@mantine/core/esm/index.mjs'
const IMPORT = /import\s*\{([^}]*)\}\s*from\s*["']([^"']+)["']/gu

const namesOf = (list: string): string[] =>
  list.split(',').flatMap((one) => /^\s*(?!type\s)(\w+)/u.exec(one)?.[1] ?? [])

/** Files of the barrel that a module imports from it. */
function byName(id: string, barrel: string): string[] {
  const files = new Map<string, string>()
  for (const [, names = '', path = ''] of readFileSync(barrel, 'utf8').matchAll(IMPORT)) {
    for (const name of namesOf(names)) files.set(name, join(dirname(barrel), path))
  }
  const source = readFileSync(id.replace(/\?.*$/u, ''), 'utf8')
  const wanted = [...source.matchAll(IMPORT)].filter(([, , path]) => path === '@mantine/core')
  return wanted.flatMap(([, names = '']) => namesOf(names)).flatMap((name) => files.get(name) ?? [])
}

/**
 * The library that writes Word files is compiled for engines without object spread: its helper defines property after property and takes a
 * tenth of the time of a report. The properties are plain ones, so this says the same.
 */
const nativeSpread = {
  name: 'native-spread',
  transform(code: string, id: string): string | null {
    if (!/node_modules[\\/]docx[\\/]dist[\\/]/u.test(id) || !code.includes('function _objectSpread2(')) return null
    const spread = code.replace(
      /function _objectSpread2\(\w\) \{\n[\s\S]*?\n\}/u,
      'function _objectSpread2(...all) { return Object.assign(...all) }',
    )
    if (spread === code) throw new Error(`native-spread: the helper of ${id} is not known`)
    return spread
  },
}

export default defineConfig({
  main: {
    define,
    plugins: [nativeSpread],
    resolve: { alias },
    build: {
      outDir: `${outDir}/main`,
      // The fallback runtime is Node 18.
      target: 'node18',
      // Bundled, so that ESM-only packages work from CommonJS; only what is native stays outside.
      externalizeDeps: false,
      rolldownOptions: {
        input: entries,
        external: ['electron', 'better-sqlite3', '@resvg/resvg-js'],
        // Chunks lie beside the entries: code in them finds its neighbours by __dirname.
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  },
  preload: {
    define,
    resolve: { alias },
    build: {
      outDir: `${outDir}/preload`,
      target: 'node18',
      externalizeDeps: false,
      rolldownOptions: {
        input: at('./src/preload/index.ts'),
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: 'index.js' },
      },
    },
  },
  renderer: {
    root: at('./src/renderer'),
    define,
    plugins: [react()],
    resolve: { alias: { ...alias, '@renderer': at('./src/renderer') } },
    build: {
      outDir: `${outDir}/renderer`,
      target: 'chrome114',
      // What is tested is what is shipped: the window parses half as much at its start.
      minify: true,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        input: at('./src/renderer/index.html'),
        output: { codeSplitting: { groups: [{ name: forTheStart, debugName: 'start' }] } },
      },
    },
  },
})
