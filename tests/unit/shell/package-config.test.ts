import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

// The parser electron-builder itself reads the file with.
const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'))
const { load } = createRequire(builder.resolve('app-builder-lib'))('js-yaml') as { load: (text: string) => unknown }

interface BuilderConfig {
  appId: string
  files: unknown[]
  asar: boolean
  electronFuses: Record<string, boolean>
  publish: { provider: string; url: string }
  win: { target: { target: string }[]; icon: string }
  linux: { target: { target: string }[]; icon: string }
  nsis: Record<string, unknown>
}
const config = load(readFileSync(at('electron-builder.yml'), 'utf8')) as BuilderConfig

describe('what people get', () => {
  test('cannot be turned into a plain Node', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
    expect(config.asar).toBe(true)
  })
  test('is the release build and nothing of development', () => {
    expect(JSON.stringify(config.files)).toContain('out-release')
    expect(JSON.stringify(config.files)).not.toMatch(/"from":"out"|tests|scripts|src\//)
  })
  test('has installers for Windows and Linux, in Russian, that keep the data', () => {
    expect(config.win.target.map(({ target }) => target)).toEqual(['nsis'])
    expect(config.linux.target.map(({ target }) => target)).toEqual(['AppImage', 'deb'])
    expect(config.nsis).toMatchObject({ language: '1049', deleteAppDataOnUninstall: false, perMachine: false })
    for (const { icon } of [config.win, config.linux]) expect(existsSync(at(icon))).toBe(true)
  })
  test('keeps its identity', () => {
    // Changing it would make every installed copy a stranger to its own updates.
    expect(config.appId).toBe('ru.metodist.app')
    expect(config.publish.provider).toBe('generic')
    expect(config.publish.url).toMatch(/^https:/)
  })
})

describe('the release build', () => {
  test('lacks the development seams', () => {
    execFileSync(process.execPath, [at('scripts/build.mjs'), '--release'], { stdio: 'pipe' })
    const dir = at('out-release/main')
    const names = readdirSync(dir)
    expect(names).toContain('index.js')
    expect(names).not.toContain('echo-store.js')
    const text = names.map((name) => readFileSync(`${dir}/${name}`, 'utf8')).join('\n')
    for (const seam of [
      'METODIST_STORE',
      'METODIST_TRANSPORT',
      'METODIST_NODE',
      'toggleDevTools',
      'app.asar.unpacked',
    ]) {
      expect(text.includes(seam), seam).toBe(false)
    }
    expect(text).not.toContain('serialization: "advanced"')
    expect(text).toContain('remote-debugging-port')
  })
  test('shuts the debugger’s doors in the preload and page too', () => {
    expect(readdirSync(at('out-release/preload'))).toEqual(['index.js'])
  })
}, 120_000)
