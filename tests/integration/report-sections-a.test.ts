import { describe, test } from 'vitest'
import { heldSections } from './support/report-traces'
import { testStore } from './support/store'

const today = '2026-06-20'
const kinds = ['passport', 'theme', 'meetings', 'decisions', 'staffing', 'training', 'awards', 'problems']

describe('sections of the annual report', () => {
  test('every number of the sample district opens rows that make it', async () => {
    const store = await testStore({ today })
    await store.call('app.initialise', { mode: 'demo' })
    await heldSections(store, { schoolYear: '2025-2026' }, kinds)
  })
})
