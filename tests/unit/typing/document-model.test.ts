import { AppError } from '@shared/errors'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Autosaver } from '../../../src/renderer/app/autosaver'
import { DocumentModel, type DocumentState } from '../../../src/renderer/app/documentModel'
import { SlowStore, settled } from './slow-store'

/** What is typed into a document is never lost, however late the screen draws it. */

interface Text {
  text: string
  note: string
}
const conflict = () => new AppError('conflict', 'Документ тем временем изменили.')

interface Desk {
  model: DocumentModel<Text>
  saver: Autosaver<Text>
  store: SlowStore<Text>
  /** What the screen shows, the field under the hands apart: as late as it happens to be. */
  drawn: DocumentState<Text>
}

function desk(): Desk {
  const first: Text = { text: '', note: '' }
  const store = new SlowStore<Text>(first, conflict)
  const model = new DocumentModel<Text>(
    { value: first, base: { revision: 1, value: first }, conflict: false, restoredAt: null },
    () => ({ pruned: (value) => value, save: (revision, value) => store.save(1, revision, value) }),
  )
  const saver = new Autosaver<Text>(
    () => ({
      key: 'text:1',
      value: model.value(),
      dirty: model.dirty && !model.awaits,
      commit: model.save,
      canCommit: true,
      delayMs: 5000,
      enabled: true,
    }),
    store.keeper,
    { saving: () => undefined, saved: () => undefined, refused: () => undefined, forgiven: () => undefined },
  )
  model.subscribe(() => saver.touched())
  return { model, saver, store, drawn: model.state() }
}

const kinds = [
  'letter',
  'letter',
  'letter',
  'draw',
  'leave',
  'step',
  'work',
  'work',
  'ask',
  'told',
  'late',
  'elsewhere',
  'wait',
] as const
type Happening = (typeof kinds)[number]

async function happens(one: Desk, what: Happening): Promise<void> {
  const { model, saver, store } = one
  switch (what) {
    case 'letter':
      // As the field does: its text is the document's own, not the drawn one.
      model.change((now) => ({ ...now, text: `${model.value().text}а` }), 'letter')
      break
    case 'draw':
      one.drawn = model.state()
      break
    case 'step':
      // By a click in a part of the screen that may be letters behind.
      model.change((now) => ({ ...now, note: `${now.note}!` }), 'step')
      break
    case 'leave':
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
    case 'told':
    case 'late': {
      const told = store.told(what === 'told')
      if (told) model.meet(told)
      break
    }
    case 'wait':
      await vi.advanceTimersByTimeAsync(1100)
  }
  await settled()
}

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
    if (model.state().conflict) model.overrule(store.revision)
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a document under the hands', () => {
  it('keeps every letter however late it is drawn, and saves them all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...kinds), { maxLength: 80 }), async (happenings) => {
        const one = desk()
        let typed = ''
        for (const what of happenings) {
          if (what === 'letter') typed += 'а'
          await happens(one, what)
          expect(one.model.value().text).toBe(typed)
          expect(typed.startsWith(one.drawn.value.text)).toBe(true)
        }
        await rests(one)
        one.saver.stop()
        expect(one.model.value().text).toBe(typed)
        expect(one.store.value.text).toBe(typed)
        expect(one.model.dirty).toBe(false)
        expect([...one.store.drafts.keys()]).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('is not taken back by an answer of the store from before its own save', async () => {
    const one = desk()
    for (const what of ['letter', 'ask', 'leave', 'work', 'work', 'late'] as const) await happens(one, what)
    one.saver.stop()
    expect(one.model.value().text).toBe('а')
  })

  it('takes unsaved steps back one by one, also those made while a save was on its way', async () => {
    const one = desk()
    for (const what of ['letter', 'leave', 'letter', 'letter', 'work', 'work'] as const) await happens(one, what)
    one.saver.stop()
    expect(one.model.value().text).toBe('ааа')
    expect(one.model.stepBack()).toBe(true)
    expect(one.model.stepBack()).toBe(true)
    expect([one.model.value().text, one.model.dirty, one.model.stepBack()]).toEqual(['а', false, false])
  })

  it('hands a draft found on opening to nobody before she has answered or typed on', async () => {
    const model = new DocumentModel<Text>(
      {
        value: { text: 'черновик', note: '' },
        base: { revision: 1, value: { text: '', note: '' } },
        conflict: false,
        restoredAt: '2026-09-01T10:00:00',
      },
      () => ({ pruned: (value) => value, save: async () => ({ id: 1, revision: 2 }) }),
    )
    expect([model.awaits, model.dirty]).toEqual([true, true])
    model.change((now) => ({ ...now, text: `${now.text}.` }), 'letter')
    expect(model.awaits).toBe(false)
    await model.save(model.value())
    expect(model.state()).toMatchObject({ restoredAt: null, base: { revision: 2 } })
  })
})
