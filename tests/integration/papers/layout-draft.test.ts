import type { Paper } from '@shared/papers/model'
import { buildReport } from '@shared/papers/report/build'
import { paperToDocx } from '@store/documents/docx/writer'
import type { PageNumberEstimator } from 'docx'
import { estimatePageNumbers } from 'docx/layout'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { profileWith } from '../../fixtures/meetings/make'
import { testStore } from '../support/store'
import { anyReport } from './random-report'

/** A paper is laid out by a draft of it: the pages are those of the whole paper. */

/** How many documents were laid out both ways. */
let compared = 0

vi.mock('@store/documents/docx/contents-pages', async (importOriginal) => {
  const { contentsPages, unjustified } = await importOriginal<typeof import('@store/documents/docx/contents-pages')>()
  return {
    contentsPages: (paper: Paper): PageNumberEstimator => {
      const own = contentsPages(paper)
      const asLaidOut = unjustified(paper)
      const both: PageNumberEstimator = (body, context) => {
        const pages = own(body, context)
        expect(pages.pageCount).toBeGreaterThan(0)
        expect(pages).toEqual(estimatePageNumbers(body, asLaidOut(context)))
        compared += 1
        return pages
      }
      const listNumbers: PageNumberEstimator['listNumbers'] = (body, context) => {
        const numbers = own.listNumbers?.(body, context) ?? new Map()
        expect(numbers).toEqual(estimatePageNumbers.listNumbers?.(body, context))
        return numbers
      }
      return Object.assign(both, { listNumbers })
    },
  }
})

test('the draft of a report has the pages and numbers of the report', { timeout: 300_000 }, async () => {
  const datas = fc.sample(anyReport(true), { numRuns: 12, seed: Number(process.env.SEED ?? 20261122) })
  for (const [index, data] of datas.entries()) {
    await paperToDocx(buildReport(data, profileWith({ lineSpacing: index % 2 === 0 ? 1 : 1.5 })))
  }
  const store = await testStore({ today: '2026-11-21' })
  await store.call('app.initialise', { mode: 'demo', today: '2026-11-21' })
  for (const schoolYear of ['2025-2026', '2024-2025']) {
    const report = await store.call('reports.blank', { schoolYear })
    const { id } = await store.call('reports.save', { id: null, revision: null, report })
    await paperToDocx(buildReport(await store.call('reports.gather', { id }), await store.call('profile.get', {})))
  }
  expect(compared).toBe(datas.length + 2)
})
