import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { IsoDate } from '@shared/domain/dates'
import { AppError } from '@shared/errors'
import { readPaper } from '@store/old-papers/reading/client'
import { readOriginal } from '@store/old-papers/reading/read-original'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { docxZip, p, r } from '../../support/old-papers/docx-file'
import { temporaryFolder } from '../support/store'

const today = '2026-11-21' as IsoDate

async function refusal(name: string, content: string | Buffer): Promise<string> {
  const file = join(temporaryFolder(), name)
  writeFileSync(file, content)
  const error = await readPaper(file, null, today).catch((thrown: unknown) => thrown)
  if (!(error instanceof AppError)) throw new Error(`${name} was read`)
  return `${error.code}: ${error.message}`
}

const zip = (entries: Record<string, string>): Promise<Buffer> => {
  const made = new JSZip()
  for (const [name, content] of Object.entries(entries)) made.file(name, content)
  return made.generateAsync({ type: 'nodebuffer' })
}

describe('what is not read says what it is and what to do', () => {
  it.each([
    ['протокол.pdf', '%PDF-1.7', /документ PDF.*сохраните как «Документ Word \(\.docx\)»/],
    ['протокол.doc', '{\\rtf1\\ansi }', /в виде \.rtf.*сохраните как/],
    ['протокол.doc', '<html><body>ПРОТОКОЛ</body></html>', /веб-страница.*сохраните как/],
    ['снимок.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), /картинка.*наберите его заново/],
    ['архив.rar', 'Rar!\x1a\x07', /архив.*Распакуйте/],
    ['пусто.txt', ' \n \n', /пустой.*Выберите другой файл/],
    ['нечто.bin', Buffer.from([1, 2, 3, 0, 0, 255, 7]), /неизвестного вида.*Выберите документ Word/],
  ])('%s %s', async (name, content, sentence) => {
    expect(await refusal(name, content)).toMatch(sentence)
  })

  it('of archives: documents of other programs, tables, presentations', async () => {
    const text = { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }
    expect(await refusal('протокол.odt', await zip(text))).toMatch(/LibreOffice \(\.odt\).*сохраните как/)
    expect(await refusal('план.xlsx', await zip({ 'xl/workbook.xml': '<x/>' }))).toMatch(
      /таблица Excel.*Выберите документ/,
    )
    expect(await refusal('доклад.pptx', await zip({ 'ppt/presentation.xml': '<x/>' }))).toMatch(/презентация/)
    expect(await refusal('всё.zip', await zip({ 'протокол.docx': 'x' }))).toMatch(/архив.*Распакуйте/)
  })

  it('of documents that are damaged, swell or are too long', async () => {
    const written = (content: JSZip): Promise<Buffer> =>
      content.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 9 } })
    const sound = await written(docxZip({ body: p('ПРОТОКОЛ') }))
    expect(await refusal('обрыв.docx', sound.subarray(0, sound.length - 30))).toMatch(/file-unreadable.*повреждён/)
    const spaces = docxZip({ body: p('ПРОТОКОЛ') }).file('word/document.xml', Buffer.alloc(200 * 1024 * 1024, 0x20))
    expect(await refusal('пробелы.docx', await written(spaces))).toMatch(/file-too-big.*неправдоподобно большим/)
    expect(await refusal('пробелы.txt', Buffer.alloc(41 * 1024 * 1024, 0x20))).toMatch(/file-too-big.*больше 40 МБ/)
    const long = docxZip({ body: p(r('слово '.repeat(20_000))) })
    expect(await refusal('абзац.docx', await written(long))).toMatch(/file-too-big.*абзац длиннее 50000 знаков/)
    const deep = docxZip({ body: '<w:tbl><w:tr><w:tc>'.repeat(3000) + '</w:tc></w:tr></w:tbl>'.repeat(3000) })
    expect(await refusal('вложенность.docx', await written(deep))).toMatch(/file-unreadable.*повреждён/)
  })

  it('of what is not there', async () => {
    await expect(readPaper(join(temporaryFolder(), 'нет.docx'), null, today)).rejects.toMatchObject({
      code: 'file-missing',
    })
    await expect(readPaper(temporaryFolder(), null, today)).rejects.toMatchObject({ code: 'file-unreadable' })
  })
})

describe('an old .doc', () => {
  const folder = resolve(import.meta.dirname, '../../fixtures/old-papers/seen')
  it.each([
    ['p09-old-word-school.doc', [[9, 3]], ['1.', '2.', '3.', '1.', '2.', '1.', '2.', '3.']],
    ['q07-shmo-six-people-doc.doc', [], ['1)', '2)', '3)', '4)', '5)', '6)']],
    ['r05-library-month-schedule-doc.doc', [[16, 7]], []],
  ])('%s has its tables and the numbers Word makes', async (name, tables, labels) => {
    const { original } = await readOriginal(join(folder, name))
    expect(original.format).toBe('doc')
    expect(original.tables.map(({ rows, columns }) => [rows, columns])).toEqual(tables)
    expect(original.lines.map(({ label }) => label).filter((label) => label !== '')).toEqual(labels)
  })

  it('says its text goes on for gigabytes and is read to its end', async () => {
    const bytes = readFileSync(join(folder, 'q07-shmo-six-people-doc.doc'))
    const head = bytes.indexOf(Buffer.from([0xec, 0xa5]))
    bytes.writeInt32LE(0x7fffffff, head + 76)
    const file = join(temporaryFolder(), 'протокол.doc')
    writeFileSync(file, bytes)
    expect((await readOriginal(file)).original.lines.length).toBeGreaterThan(30)
  })
})
