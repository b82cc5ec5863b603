import { AppError } from '@shared/errors'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { Autosaver } from '../../../src/renderer/app/autosaver'
import { RecordModel } from '../../../src/renderer/components/record/recordModel'
import { SlowStore, settled } from './slow-store'

/** What is typed into a record is never lost, in whatever order letters, saves and answers of the store come. */

const schema = z.object({ name: z.string().trim(), note: z.string(), rows: z.array(z.object({ uid: z.string() })) })
type Kept = z.infer<typeof schema>
const blank: Kept = { name: '', note: '', rows: [] }
const conflict = () => new AppError('conflict', 'Запись тем временем изменили.')

interface Desk {
  model: RecordModel<Kept>
  saver: Autosaver<Kept>
  store: SlowStore<Kept>
}

function desk(id: number | null, save?: (value: Kept) => Promise<never>): Desk {
  const store = new SlowStore<Kept>(blank, conflict)
  const model = new RecordModel<Kept>(
    { id, revision: id === null ? null : 1, value: blank, baseline: blank, draftSavedAt: null },
    () => ({
      schema,
      save: (at, revision, value) => save?.(value) ?? store.save(at, revision, value),
      onCreated: () => undefined,
    }),
  )
  const saver = new Autosaver<Kept>(
    () => {
      const { id: known, value, dirty, question } = model.state()
      const canCommit = question === null && (known !== null || value.name.trim() !== '')
      return {
        key: `kept:${known ?? 'new'}`,
        value,
        dirty,
        commit: model.commit,
        canCommit,
        delayMs: 5000,
        enabled: true,
      }
    },
    store.keeper,
    { saving: () => undefined, saved: () => undefined, refused: () => undefined, forgiven: () => undefined },
  )
  model.subscribe(() => saver.touched())
  return { model, saver, store }
}

type Happening =
  | { what: 'letter'; letter: string }
  | { what: 'told'; newest: boolean }
  | { what: 'wait'; ms: number }
  | { what: 'leave' | 'work' | 'ask' | 'elsewhere' }

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ what: fc.constant('letter' as const), letter: fc.constantFrom('а', 'б', ' ') }) },
  { weight: 3, arbitrary: fc.constant({ what: 'work' as const }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constantFrom('leave' as const, 'ask' as const) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('told' as const), newest: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('wait' as const), ms: fc.constantFrom(300, 1100, 6000) }) },
  { weight: 1, arbitrary: fc.constant({ what: 'elsewhere' as const }) },
)

async function happens({ model, saver, store }: Desk, one: Happening): Promise<void> {
  switch (one.what) {
    case 'letter':
      model.set('name', model.state().value.name + one.letter)
      break
    case 'leave':
      model.check('name')
      void saver.flush()
      break
    case 'work':
      store.work()
      break
    case 'elsewhere':
      store.elsewhere((value) => ({ ...value, note: `${value.note}*` }))
      break
    case 'ask':
      store.ask()
      break
    case 'told': {
      const told = store.told(one.newest)
      if (told) model.meet(told)
      break
    }
    case 'wait':
      await vi.advanceTimersByTimeAsync(one.ms)
  }
  await settled()
}

/** All that is still on its way comes; a conflict is answered «Записать моё». */
async function rests({ model, saver, store }: Desk): Promise<void> {
  for (let n = 0; n < 20; n++) {
    void saver.flush()
    await settled()
    while (store.isBusy) {
      store.work()
      await settled()
    }
    store.ask()
    const told = store.told(true)
    if (told) model.meet(told)
    if (model.state().question !== null) {
      model.knowStored()
      void model.overrule(() => saver.retry())
      await settled()
    }
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a record under the hands', () => {
  it('keeps every letter, and saves them all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(1, null), fc.array(happening, { maxLength: 60 }), async (id, happenings) => {
        const one = desk(id)
        let typed = ''
        for (const now of happenings) {
          // A new record is nobody else's yet.
          if (id === null && (now.what === 'elsewhere' || now.what === 'ask')) continue
          if (now.what === 'letter') typed += now.letter
          await happens(one, now)
          expect(one.model.state().value.name).toBe(typed)
        }
        await rests(one)
        one.saver.stop()
        expect(one.model.state().value.name).toBe(typed)
        expect(one.model.state().dirty && typed.trim() !== '').toBe(false)
        if (id !== null || typed.trim() !== '') expect(one.store.value.name).toBe(typed.trim())
        // However often it was left while being made, it was made once.
        expect(one.store.created).toBe(id === null && typed.trim() !== '' ? 1 : 0)
        if (!one.model.state().dirty) expect([...one.store.drafts.keys()]).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('is made once, though it was left again before the answer came', async () => {
    const one = desk(null)
    one.model.set('name', 'Школа')
    void one.saver.flush()
    await settled()
    one.model.set('name', 'Школа № 1')
    void one.saver.flush()
    one.store.work()
    one.store.work()
    await settled()
    one.store.work()
    one.store.work()
    await settled()
    one.saver.stop()
    expect([one.store.created, one.store.value.name]).toEqual([1, 'Школа № 1'])
  })

  it('does not take its own trimmed text back over a space after which more is typed', async () => {
    const one = desk(1)
    one.model.set('name', 'Заречинский ')
    void one.saver.flush()
    await settled()
    one.store.work()
    one.store.work()
    await settled()
    one.store.ask()
    const told = one.store.told(true)
    // Some answers tell their age by the clock: a later one with the same text.
    if (told) one.model.meet({ ...told, revision: told.revision + 100 })
    one.saver.stop()
    expect(one.model.state().value.name).toBe('Заречинский ')
  })

  it('follows what another has changed while nothing is unsaved, and only that', () => {
    const { model } = desk(1)
    model.meet({ revision: 2, value: { ...blank, note: 'от соседа' } })
    expect(model.state()).toMatchObject({ dirty: false, value: { name: '', note: 'от соседа' } })
    model.set('name', 'моё')
    model.meet({ revision: 3, value: { ...blank, note: 'ещё' } })
    expect(model.state().value).toMatchObject({ name: 'моё', note: 'от соседа' })
    // An answer from before is no news.
    model.takeStored()
    model.meet({ revision: 2, value: { ...blank, note: 'старое' } })
    expect(model.state().value.note).toBe('ещё')
  })

  it('tells what is refused at its field, and takes it back as soon as it is right', async () => {
    const strict = schema.extend({ name: z.string().min(2, 'Коротко.') })
    const model = new RecordModel<Kept>(
      { id: 1, revision: 1, value: blank, baseline: blank, draftSavedAt: null },
      () => ({
        schema: strict,
        save: () => Promise.reject(new AppError('duplicate', 'Уже есть.', 'kept.note')),
        onCreated: () => undefined,
      }),
    )
    model.set('name', 'а')
    expect(model.state().faults.get('name')).toBeUndefined()
    await expect(model.commit(model.state().value)).rejects.toThrow('Исправьте')
    expect(model.state().faults.get('name')).toBe('Коротко.')
    model.set('name', 'аб')
    expect(model.state().faults.get('name')).toBeUndefined()
    await expect(model.commit(model.state().value)).rejects.toThrow('Уже есть.')
    expect(model.state().faults.get('note')).toBe('Уже есть.')
  })
})
