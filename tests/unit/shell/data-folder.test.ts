import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { argument, dataDirOf, defaultUserDataDir } from '../../../src/main/data-folder'
import { settingsFile } from '../../../src/main/shell/system/settings'

const userDataDir = mkdtempSync(join(tmpdir(), 'metodist-settings-'))
afterAll(() => rmSync(userDataDir, { recursive: true, force: true }))

test('the command line beats the environment beats the choice beats the default', () => {
  const env = { METODIST_DATA: '/env' }
  expect(dataDirOf({ argv: ['--data', 'here'], env, userDataDir })).toBe(resolve('here'))
  expect(dataDirOf({ argv: ['--data=/there'], env, userDataDir })).toBe('/there')
  expect(dataDirOf({ argv: [], env, userDataDir })).toBe('/env')
  expect(dataDirOf({ argv: [], env: {}, userDataDir })).toBe(join(userDataDir, 'data'))
  settingsFile(join(userDataDir, 'settings.json'), () => undefined).set({ dataDir: '/chosen' })
  expect(dataDirOf({ argv: [], env: {}, userDataDir })).toBe('/chosen')
})

test('an argument without a value is none', () => {
  expect(argument(['--data'], 'data')).toBeNull()
  expect(argument(['--database', 'x'], 'data')).toBeNull()
})

test('every system has a place', () => {
  expect(defaultUserDataDir({ APPDATA: 'C:\\A' }, 'win32')).toContain('Metodist')
  expect(defaultUserDataDir({ XDG_CONFIG_HOME: '/x' }, 'linux')).toBe('/x/Metodist')
})

test('damaged settings give the defaults, wrong fields alone fall back', () => {
  const file = join(userDataDir, 'damaged.json')
  writeFileSync(file, '{"theme": "dark", "dataDir":')
  expect(settingsFile(file, () => undefined).get()).toMatchObject({ theme: 'system', dataDir: null })
  writeFileSync(file, '{"theme": "pink", "dataDir": "/d", "window": {"x": "1"}}')
  expect(settingsFile(file, () => undefined).get()).toMatchObject({ theme: 'system', dataDir: '/d', window: null })
})

test('settings that cannot be written are told, and hold while the program runs', () => {
  const errors: unknown[] = []
  const file = join(userDataDir, 'a file')
  writeFileSync(file, '')
  const settings = settingsFile(join(file, 'settings.json'), (error) => errors.push(error))
  settings.set({ theme: 'dark' })
  expect(errors).toHaveLength(1)
  expect(settings.get().theme).toBe('dark')
})
