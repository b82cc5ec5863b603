import type { Input } from '@shared/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { school } from '../support/records'
import { type TestStore, testStore } from './support/store'

const SCHOOLS = 24

describe('a list on paper', () => {
  let test: TestStore
  beforeEach(async () => {
    test = await testStore({ today: '2026-11-20' })
    await test.call('app.initialise', { mode: 'own', municipality: 'Ольховский район' })
    for (let index = 1; index <= SCHOOLS; index++) {
      const students = { uid: `cont-${index}-grade`, schoolYear: '2026-2027', grade: 1, classes: 1, students: 100 }
      await test.call('schools.save', {
        id: null,
        revision: null,
        school: school(`СОШ № ${index} <b>`, { type: index % 4 === 0 ? 'basic' : 'school', contingent: [students] }),
      })
    }
  })

  const columns = ['shortName', 'type', 'students'].map((key) => ({ key, width: null }))
  /** Cells of every row of the paper's table, as a reader sees them. */
  const printed = async (input: Omit<Input<'papers.listPage'>, 'list' | 'columns'>) => {
    const { html, rows, pages } = await test.call('papers.listPage', { list: 'schools', columns, ...input })
    const table = /<tbody>(.*)<\/tbody>/su.exec(html)?.[1] ?? ''
    const lines = [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gsu)].map((row) =>
      [...(row[1] ?? '').matchAll(/<td[^>]*>(.*?)<\/td>/gsu)].map((cell) => (cell[1] ?? '').replace(/<[^>]+>/gu, '')),
    )
    return { html, rows, pages, lines: lines.map((cells) => cells.map((text) => text.replace(/[\s\u202f]/gu, ' '))) }
  }

  it('has the rows of the list with filter and order, its heading, what was asked, and the totals', async () => {
    const query = {
      schoolYear: '2026-2027',
      filters: [{ op: 'in' as const, column: 'type', values: ['basic'] }],
      sort: [{ column: 'shortName', desc: true }],
    }
    const { html, lines, rows, pages } = await printed({ query })
    expect(rows).toBe(6)
    expect(pages).toBe(1)
    expect(lines.map((cells) => cells[0])).toEqual([
      ...[24, 20, 16, 12, 8, 4].map((number) => `СОШ № ${number} &lt;b&gt;`),
      'Итого по отбору',
    ])
    expect(lines.at(-1)?.at(-1)).toBe('600')
    const words = html.replace(/[\s\u00a0\u202f]/gu, ' ')
    expect(words).toContain('Ольховский район')
    expect(words).toContain('Тип: ООШ')
    expect(words).toContain('20.11.2026')
    expect(words).toContain('6 школ')
    expect(html).toContain('<thead>')
  })

  it('has heads with sums over its groups, and of a closed one the head alone', async () => {
    const query = { schoolYear: '2026-2027', group: 'type' }
    const open = await printed({ query })
    expect(open.rows).toBe(SCHOOLS + 2)
    expect(open.lines[0]).toEqual(['Тип: ООШ — 6 школ', '600'])
    expect(open.lines[7]).toEqual(['Тип: СОШ — 18 школ', '1 800'])
    const first = await printed({ query, closed: { all: true, except: ['"basic"'] } })
    expect(first.lines.map((cells) => cells[0]).slice(6)).toEqual(['СОШ № 24 &lt;b&gt;', 'Тип: СОШ — 18 школ', 'Итого'])
    const closed = await printed({ query, closed: { all: true, except: [] } })
    expect(closed.lines.map((cells) => cells.at(-1))).toEqual(['600', '1 800', '2 400'])
  })

  it('lies upright when it fits and sideways when it is wide; every column there is fits the page', async () => {
    const sizeOf = (html: string) => /size: A4 (\w+)/u.exec(html)?.[1]
    expect(sizeOf((await printed({})).html)).toBe('portrait')
    const wide = Array.from({ length: 24 }, (_, index) => columns[index % 3]).flatMap((column) => column ?? [])
    const { html } = await test.call('papers.listPage', {
      list: 'schools',
      columns: wide.map(({ key }) => ({ key, width: 900 })),
    })
    expect(sizeOf(html)).toBe('landscape')
    const widths = [...html.matchAll(/\.paper-t0-\d+ \{ width: ([\d.]+)mm/gu)].map((found) => Number(found[1]))
    expect(widths).toHaveLength(wide.length)
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(297 - 25 + 0.2)
  })

  it('refuses a column or a list there is not, by name', async () => {
    expect(
      await test.failure('papers.listPage', { list: 'schools', columns: [{ key: 'нет', width: null }] }),
    ).toMatchObject({ code: 'invalid-input', message: expect.stringContaining('«нет»') })
    expect(await test.failure('papers.listPage', { list: 'нет', columns })).toMatchObject({ path: 'list' })
  })
})
