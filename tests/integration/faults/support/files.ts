import { createHash } from 'node:crypto'
import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { school } from '../../../support/records'
import { type TestStore, testStore } from '../../support/store'

export function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

/** Writes over bytes of a file, as a failing disk does. */
export function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const handle = openSync(file, 'r+')
  try {
    writeSync(handle, bytes, 0, bytes.length, at)
  } finally {
    closeSync(handle)
  }
}

/** Every file of a folder with its content, the lock apart: it is empty, and says nothing. */
export function contents(dir: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    if (entry.isFile() && !file.endsWith('metodist.lock')) found[file.slice(dir.length + 1)] = hashOf(file)
  }
  return found
}

/** A district of our own with `count` schools, still open. */
export async function district(count: number, dir?: string): Promise<TestStore> {
  const test = await testStore(dir === undefined ? {} : { dir })
  await test.call('app.initialise', { mode: 'own', municipality: 'Заречинский район' })
  for (let n = 1; n <= count; n++) await addSchool(test, n)
  return test
}

export function addSchool(test: Pick<TestStore, 'call'>, n: number): Promise<{ id: number; revision: number }> {
  return test.call('schools.save', {
    id: null,
    revision: null,
    school: school(`СОШ № ${n}`, { note: 'текст '.repeat(50) }),
  })
}

/** A closed district in a folder: the path of its one file. */
export async function closedDistrict(count: number, dir?: string): Promise<{ dir: string; file: string }> {
  const test = await district(count, dir)
  await test.store.close()
  return { dir: test.dir, file: join(test.dir, 'metodist.sqlite') }
}
