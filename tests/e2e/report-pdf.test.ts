import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { answerSaveDialog, launch, screenshot } from './support/app'
import { callFrom, goTo } from './support/district'

/** Contents of the whole report of the sample: in its PDF and in Word's file they name the pages their headings stand on. */
const soffice = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find(existsSync)
const pdftotext = '/usr/bin/pdftotext'

const bare = (text: string): string => text.replace(/[\s\u00ad-]+/gu, '')

function pagesOf(pdf: string): string[] {
  const text = execFileSync(pdftotext, ['-layout', pdf, '-']).toString('utf8')
  return text.split('\f').filter((page) => page.trim() !== '')
}

/** What the contents of a printed report say, and where the headings stand. */
function contentsOf(pdf: string): { heading: string; named: number; stands: number }[] {
  const pages = pagesOf(pdf)
  const lines = (pages[1] ?? '').split('\n').flatMap((line) => {
    const [, heading, page] = /^\s*(\d+\.(?:\d+\.)?\s.*?)[\s.]+(\d+)\s*$/u.exec(line) ?? []
    return heading === undefined ? [] : [{ heading, named: Number(page) }]
  })
  return lines.map(({ heading, named }) => ({
    heading,
    named,
    stands: pages.findLastIndex((page) => page.split('\n').some((line) => isHeading(bare(line), bare(heading)))) + 1,
  }))
}

/** The line of a heading, or the first of several. */
const isHeading = (line: string, heading: string): boolean =>
  line === heading || (line.length > 20 && heading.startsWith(line))

test('contents of a report name true pages in PDF and in Word', async () => {
  test.skip(!soffice || !existsSync(pdftotext), 'LibreOffice or pdftotext is not installed here')
  test.setTimeout(240_000)
  const folder = mkdtempSync(join(tmpdir(), 'metodist-report-pdf-'))
  const { app, page, close } = await launch()
  await page.getByRole('button', { name: 'Открыть пример' }).click()
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor()
  const blank = await callFrom(page, 'reports.blank', { schoolYear: '2025-2026' })
  const { id } = await callFrom(page, 'reports.save', { id: null, revision: null, report: blank })
  await goTo(page, `/reports/${id}`)
  await expect(page.getByText('Данные собираются…')).toHaveCount(0, { timeout: 60_000 })

  const word = join(folder, 'report.docx')
  await answerSaveDialog(app, word)
  await page.getByRole('button', { name: 'Word', exact: true }).click()
  await expect(page.getByText('Файл сохранён').last()).toBeVisible({ timeout: 60_000 })
  const printed = join(folder, 'printed.pdf')
  await answerSaveDialog(app, printed)
  await page.getByRole('button', { name: 'Другие файлы и печать' }).click()
  await page.getByRole('menuitem', { name: /PDF/ }).click()
  await expect.poll(() => existsSync(printed) && statSync(printed).size > 0, { timeout: 60_000 }).toBe(true)
  await screenshot(page, 'report-contents')
  const profile = mkdtempSync(join(tmpdir(), 'metodist-office-'))
  const arguments_ = [
    `-env:UserInstallation=file://${profile}`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
  ]
  execFileSync(soffice ?? '', [...arguments_, word])

  const headings = blank.sections.filter(({ hidden }) => !hidden).map(({ title }, index) => `${index + 1}. ${title}`)
  for (const found of [contentsOf(printed), contentsOf(join(folder, 'report.pdf'))]) {
    const named = found.map(({ heading }) => bare(heading))
    expect(headings.filter((heading) => !named.includes(bare(heading)))).toEqual([])
    expect(found.filter((one) => one.named !== one.stands || one.stands < 3)).toEqual([])
  }
  // Numbers of pages stand over the text from the second page on.
  const pages = pagesOf(printed)
  for (const [index, text] of pages.entries()) {
    if (index > 0) expect(text.trim().split('\n')[0]?.trim()).toBe(String(index + 1))
  }
  await close()
})
