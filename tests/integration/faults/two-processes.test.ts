import { join } from 'node:path'
import { openRaw } from '@store/database/connection'
import { describe, expect, it } from 'vitest'
import { school } from '../../support/records'
import { temporaryFolder } from '../support/store'
import { closedDistrict } from './support/files'
import { rounds } from './support/rounds'
import { type StoreProcess, startStore } from './support/store-process'

async function two(dir: string): Promise<[StoreProcess, StoreProcess]> {
  const both: [StoreProcess, StoreProcess] = [await startStore(), await startStore()]
  await Promise.all(both.map((store) => store.open(dir)))
  return both
}

async function until(condition: () => boolean, what: string, patience = 30_000): Promise<void> {
  const end = Date.now() + patience
  while (!condition()) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('two processes on one folder', () => {
  it('write at once without losing or mixing anything', async () => {
    const { dir } = await closedDistrict(0)
    const both = await two(dir)
    const each = rounds(40)
    await Promise.all(
      both.map(async (store, nth) => {
        for (let n = 0; n < each; n++) {
          await store.call('schools.save', { id: null, revision: null, school: school(`СОШ ${nth}-${n}`) })
        }
      }),
    )
    for (const store of both) {
      expect((await store.call('schools.list', { search: '' })).total).toBe(2 * each)
      expect(await store.call('app.check', {})).toEqual({ ok: true, problems: [] })
    }
    await Promise.all(both.map((store) => store.close()))
    // Every change group holds the rows of one command only.
    const raw = openRaw(join(dir, 'metodist.sqlite'))
    const mixed = raw
      .prepare(
        "SELECT groupId FROM change WHERE record = 'school' GROUP BY groupId HAVING count(DISTINCT recordId) > 1",
      )
      .all()
    raw.close()
    expect(mixed).toEqual([])
  })

  it('change one record: the second to save is refused, both agree afterwards', async () => {
    const { dir } = await closedDistrict(1)
    const [window, cli] = await two(dir)
    const id = 1
    let conflicts = 0
    const changes: string[] = []
    const change = async (store: StoreProcess, name: string): Promise<void> => {
      for (let n = 0; n < rounds(15); n++) {
        const { revision, school: before } = await store.call('schools.get', { id })
        const value = `${before.note.length > 500 ? '' : before.note}|${name}${n}`
        const answer = await store.answer('schools.save', { id, revision, school: { ...before, note: value } })
        if (answer.ok) changes.push(value)
        else {
          expect(answer.error.code).toBe('conflict')
          conflicts++
        }
      }
    }
    await Promise.all([change(window, 'а'), change(cli, 'б')])
    // Each saved text goes on from one that was saved before it: no save went over another's.
    const { school: last } = await window.call('schools.get', { id })
    expect((await cli.call('schools.get', { id })).school).toEqual(last)
    expect(changes).toContain(last.note)
    const history = await window.call('history.record', { record: 'school', id })
    const texts = history
      .flatMap((entry) => entry.changes)
      .filter(({ op }) => op === 'changed')
      .flatMap(({ fields }) => fields)
    expect(texts.length).toBe(changes.length)
    for (const { before, after } of texts) {
      if (after.length > before.length) expect(after.startsWith(before.slice(0, 100))).toBe(true)
    }
    expect(conflicts + changes.length).toBe(2 * rounds(15))
    await Promise.all([window.close(), cli.close()])
  })

  it('tell each other’s changes, also one made just before their own', async () => {
    const { dir } = await closedDistrict(0)
    const [window, cli] = await two(dir)
    await cli.call('schools.save', { id: null, revision: null, school: school('Чужая') })
    await until(() => window.changed.flat().includes('school'), 'the other’s school')
    const told = window.changed.length
    for (let n = 0; n < 5; n++) {
      // The other's profile and our school as close together as can be: neither is stepped over.
      const { ...profile } = await cli.call('profile.get', {})
      window.changed.length = 0
      await Promise.all([
        cli.call('profile.save', { ...profile, methodologist: `Методист ${n}` }),
        window.call('schools.save', { id: null, revision: null, school: school(`Своя ${n}`) }),
      ])
      await until(() => window.changed.flat().length > 1, 'both changes')
      await until(() => window.changed.flat().some((topic) => topic !== 'school'), 'the other’s profile')
    }
    expect(told).toBeGreaterThan(0)
    await Promise.all([window.close(), cli.close()])
  })

  it('start on an empty folder at the same time: one district, both at work', async () => {
    for (let round = 0; round < rounds(2); round++) {
      const both = await two(temporaryFolder())
      const answers = await Promise.all(
        both.map((store) => store.answer('app.initialise', { mode: 'own', municipality: 'Заречинский район' })),
      )
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'already-initialised' } })
      await Promise.all(both.map((store) => store.close()))
    }
  })

  it('one holds the file for long: the other waits, then says it is busy, and nothing is half-done', async () => {
    const { dir } = await closedDistrict(0)
    const store = await startStore()
    await store.open(dir)
    const holder = openRaw(join(dir, 'metodist.sqlite'))
    holder.exec('BEGIN IMMEDIATE')
    const short = store.answer('schools.save', { id: null, revision: null, school: school('Подождёт') })
    let settled = false
    void short.then(() => {
      settled = true
    })
    // Reading does not wait for a writer: had it waited, the save would have been settled first.
    await store.call('schools.list', { search: '' })
    expect(settled).toBe(false)
    setTimeout(() => holder.exec('ROLLBACK'), 700)
    expect(await short).toMatchObject({ ok: true })

    holder.exec('BEGIN IMMEDIATE')
    const long = await store.answer('schools.save', { id: null, revision: null, school: school('Не дождётся') })
    expect(long).toMatchObject({
      ok: false,
      error: { code: 'database-busy', message: expect.stringMatching(/занят другой программой.*повторите/) },
    })
    holder.exec('ROLLBACK')
    holder.close()
    await store.call('schools.save', { id: null, revision: null, school: school('Не дождётся') })
    expect((await store.call('schools.list', { search: '' })).total).toBe(2)
    await store.close()
  })
})

describe('the store process', () => {
  it('finishes what it was asked for when the shell goes away', async () => {
    const { dir } = await closedDistrict(0)
    const store = await startStore()
    await store.open(dir)
    for (let n = 0; n < 20; n++) {
      void store.answer('schools.save', { id: null, revision: null, school: school(`Последняя ${n}`) })
    }
    await store.call('app.status', {})
    store.abandon()
    expect((await store.ended).code).toBe(0)
    const next = await startStore()
    await next.open(dir)
    expect((await next.call('schools.list', { search: '' })).total).toBe(20)
    await next.close()
  })

  it('opens, restores and closes in turn however fast it is told to', async () => {
    const { dir } = await closedDistrict(2)
    const other = (await closedDistrict(1)).dir
    const store = await startStore()
    await Promise.all([store.open(dir), store.open(other), store.open(dir), store.open(other)])
    expect((await store.call('schools.list', { search: '' })).total).toBe(1)
    // The first folder is let go of.
    const second = await startStore()
    await second.open(dir)
    expect(await second.restore(null)).toMatchObject({ ok: false, error: { code: 'backup-invalid' } })
    expect((await second.call('schools.list', { search: '' })).total).toBe(2)
    await Promise.all([store.close(), second.close()])
  })
})
