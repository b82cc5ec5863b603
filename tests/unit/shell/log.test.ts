import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fileLog, withoutPersonal } from '../../../src/main/shell/system/log'

const temp = mkdtempSync(join(tmpdir(), 'metodist-log-'))
afterAll(() => rmSync(temp, { recursive: true, force: true }))

test('of an error the log keeps its name, code and stack, never its message', () => {
  const error = Object.assign(new TypeError('Иванова Анна, тел. 8 900 000-00-00'), { code: 'SQLITE_FULL' })
  const clean = withoutPersonal(`${error.stack}\n  code: 'SQLITE_FULL'\nимя: Петров`)
  expect(clean).toMatch(/^TypeError\n\s+at /)
  expect(clean).toContain('code: SQLITE_FULL')
  expect(clean).not.toMatch(/Иванова|Петров|900/)
})

test('lines of several messages are left out too', () => {
  expect(withoutPersonal('Error: первая строка\nвторая: Сидорова\n    at run (file.js:1:1)')).toBe(
    'Error\n    at run (file.js:1:1)',
  )
})

test('the log is written and turned over, three old ones kept', () => {
  const log = fileLog(() => temp)
  log.error('store', new Error('личное'))
  const file = join(temp, 'logs/metodist.log')
  expect(readFileSync(file, 'utf8')).toMatch(/^\d{4}-\d\d-\d\dT.* store: Error\n/)
  const long = 'x'.repeat(100_000)
  for (let line = 0; line < 60; line++) log.note(long)
  expect(readdirSync(join(temp, 'logs')).sort()).toEqual([
    'metodist.1.log',
    'metodist.2.log',
    'metodist.3.log',
    'metodist.log',
  ])
  expect(statSync(file).size).toBeLessThan(700_000)
})

test('a folder that cannot be written is no failure', () => {
  const file = join(temp, 'a file')
  writeFileSync(file, '')
  const log = fileLog(() => file)
  expect(() => log.note('x')).not.toThrow()
})
