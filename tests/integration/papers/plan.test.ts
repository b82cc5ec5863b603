import { buildPlan } from '@shared/papers/plan/plan'
import { paperToDocx } from '@store/documents/docx/writer'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { paperText } from '../../../src/main/cli/paper-text'
import { profile } from '../../fixtures/meetings/make'
import { type PlanFixture, planFixture } from '../../fixtures/plan'
import { essence, libreOffice, mammothText, officePdfs } from './read-docx'
import { darkness, readPng } from './read-png'

const docx = (data: PlanFixture) => paperToDocx(buildPlan(data, profile))

describe('the plan in Word', () => {
  const data = planFixture(34, 300, 40)

  test('says what each school gives and gets, what is lacking and why', async () => {
    const text = essence(await mammothText(await docx(data)))
    for (const line of data.lines.slice(0, 60)) {
      for (const word of [line.from, line.to, line.textbook]) expect(text).toContain(essence(word))
    }
    const first = data.lines.filter((line) => line.fromSchoolId === 1)
    const copies = first.reduce((sum, line) => sum + line.copies, 0)
    expect(text).toContain(essence(`Отдаёт: ${copies} экземпляр`))
    expect(text).toContain(essence('Не удовлетворено: '))
    expect(text).toContain(essence('в фонде больше нет таких книг'))
    expect(text).toContain(essence('доказано: больше удовлетворить нельзя'))
    expect(text).toContain(essence('не открывать пару меньше 5 экземпляров'))
  })

  test('every line stands twice: where it is given and where it is got, and sums agree', () => {
    const text = paperText(buildPlan(data, profile))
    const totals = [...text.matchAll(/^(Отдаёт|Получает): ([\d\u202F]+)/gmu)]
    const sum = (word: string): number =>
      totals
        .filter((match) => match[1] === word)
        .reduce((whole, match) => whole + Number((match[2] ?? '').replace(/\D/gu, '')), 0)
    expect(sum('Отдаёт')).toBe(data.plan.outcome.copies)
    expect(sum('Получает')).toBe(data.plan.outcome.copies)
  })

  test('has the map as a picture with words for those who do not see it', async () => {
    const zip = await JSZip.loadAsync(await docx(data))
    const media = Object.keys(zip.files).filter((name) => /^word\/media\/.+/u.test(name))
    expect(media).toHaveLength(1)
    const png = readPng(Buffer.from((await zip.file(media[0] ?? '')?.async('uint8array')) ?? []))
    const document = (await zip.file('word/document.xml')?.async('string')) ?? ''
    const [, width] = /<wp:extent cx="(\d+)"/u.exec(document) ?? []
    expect(png.width / (Number(width) / 914_400)).toBeGreaterThan(200)
    // Names at the left, names at the right.
    for (const x of [0, Math.round(png.width * 0.75)]) {
      const box = { x, y: 0, width: Math.round(png.width * 0.24), height: png.height }
      expect(darkness(png, box)).toBeGreaterThan(0.02)
    }
    expect(document).toMatch(/descr="Карта потоков между школами\. \d+.школ/u)
  })

  test('rejected lines are left out', async () => {
    const [only] = planFixture(2, 1).lines
    if (!only) throw new Error('no line')
    const fixture = planFixture(2, 1)
    const text = await mammothText(await docx({ ...fixture, lines: [{ ...only, state: 'rejected' }] }))
    expect(text).not.toContain('Отдаёт:')
  })
})

test.skipIf(libreOffice === null)(
  'LibreOffice lays it out: one line, 34 schools, nothing, a collection point',
  async () => {
    const via = planFixture(20, 80, 3)
    const cases = [
      planFixture(2, 1),
      planFixture(34, 300, 40),
      planFixture(2, 0, 5),
      { ...via, plan: { ...via.plan, options: { ...via.plan.options, viaSchoolId: 3 } } },
    ]
    const pdfs = await officePdfs(await Promise.all(cases.map(docx)))
    expect(pdfs[0]?.pages).toHaveLength(1)
    expect(pdfs[0]?.pages[0]).toContain('Карта потоков')
    expect(pdfs[1]?.pages.length).toBeGreaterThan(5)
    expect(pdfs[1]?.pages.at(-1)).toContain('Методист')
    expect(pdfs[2]?.pages[0]).toContain('нет ни одной строки')
    expect(pdfs[3]?.pages.join('')).toContain('через пункт обмена: Лицей «Созвездие» №')
  },
)
