import { describe, expect, test } from 'vitest'
import { heldSections, holdTotal, wordsOf } from './support/report-traces'
import { testStore } from './support/store'

const kinds = ['passport', 'theme', 'meetings', 'decisions', 'staffing', 'training', 'awards', 'problems', 'tasks']

async function demo(today: string) {
  const store = await testStore({ today })
  await store.call('app.initialise', { mode: 'demo' })
  return store
}

describe('sections of the annual report', () => {
  test.each(['2026-06-20', '2026-11-21'])(
    'numbers of the sample district open rows that make them, on %s',
    async (today) => {
      const store = await demo(today)
      const found = await heldSections(store, { schoolYear: '2025-2026' }, kinds)
      for (const kind of kinds) expect(found[kind]?.parts.length, kind).toBeGreaterThan(0)
      const part = (kind: string, key: string) => found[kind]?.parts.find((one) => one.key === key)
      for (const column of [4, 5, 6]) holdTotal(part('meetings', 'table'), column)
      for (const column of [1, 2, 3]) holdTotal(part('meetings', 'series'), column)
      for (const column of [1, 2]) holdTotal(part('decisions', 'outcomes'), column)
      for (const column of [2, 3, 4, 5, 6]) holdTotal(part('decisions', 'meetings'), column)
      // Shares make 100,0 %, heads the head-count, rates the rates.
      for (const key of [
        'positions',
        'education',
        'libraryService',
        'service',
        'category',
        'categoryState',
        'age',
        'courses',
      ])
        for (const column of [1, 2, 3]) holdTotal(part('staffing', key), column)
      for (const column of [1, 2]) holdTotal(part('staffing', 'libraries'), column)
      for (const column of [1, 2, 3]) holdTotal(part('training', 'organisations'), column)
      for (const column of [1, 2]) holdTotal(part('training', 'attestation'), column)
      const heads = ['positions', 'education', 'age', 'courses', 'category'].map(
        (key) => part('staffing', key)?.figures.find((figure) => figure.key === 'all')?.value,
      )
      expect(new Set(heads)).toEqual(
        new Set([part('passport', 'passport')?.figures.find((one) => one.key === 'people')?.value]),
      )
    },
  )

  test('an association is told of its own people and schools', async () => {
    const store = await demo('2026-06-20')
    const { rows } = await store.call('associations.list', { schoolYear: '2025-2026' })
    for (const { id, members } of rows) {
      const found = await heldSections(store, { schoolYear: '2025-2026', associationId: id }, kinds)
      const people = found.staffing?.parts[0]?.figures.find((figure) => figure.key === 'people')
      expect(people?.value).toBeLessThanOrEqual(members)
      expect(wordsOf(found.staffing)).not.toContain('по всему муниципалитету')
    }
  })

  test('an empty district is told by sentences, not by empty tables and zeros', async () => {
    const store = await testStore({ today: '2026-06-20' })
    await store.call('app.initialise', { mode: 'own', municipality: 'Район' })
    const found = await heldSections(store, { schoolYear: '2025-2026' }, kinds)
    for (const kind of kinds) {
      const tables = found[kind]?.parts.filter((part) => part.form !== 'text') ?? []
      if (kind !== 'passport')
        expect(
          tables.map((part) => part.key),
          kind,
        ).toEqual([])
      expect(wordsOf(found[kind]), kind).not.toMatch(/(?<!\d)0(?![\d.])/u)
    }
    expect(wordsOf(found.meetings)).toContain('заседаний не проводилось')
    expect(wordsOf(found.decisions)).toContain('решений не принималось')
  })

  test('without comparison nothing is said of last year', async () => {
    const store = await demo('2026-06-20')
    const found = await heldSections(store, { schoolYear: '2025-2026', compare: false }, kinds)
    for (const kind of kinds) {
      expect(found[kind]?.parts.flatMap((part) => part.figures.filter((figure) => figure.previous !== null))).toEqual(
        [],
      )
      expect(wordsOf(found[kind])).not.toContain('2024–2025')
    }
  })
})
