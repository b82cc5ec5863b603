import { describe, expect, it } from 'vitest'
import { docxZip, p, readDocxParts, tbl, tc, texts, tr } from '../../support/old-papers/docx-file'

const unread = /^\[Вложенный документ не прочитан: .+\]$/
const chunk = (name: string): string => `<w:altChunk r:id="${name}"/>`

describe('another file inside a .docx', () => {
  it('that is a text is read where it stands', async () => {
    const read = await readDocxParts({
      body: p('до') + chunk('one.txt') + p('после') + tbl(tr(tc('в ячейке') + tc(chunk('one.txt') + p('')))),
      chunks: { 'one.txt': '1. О плане\r\n2. Разное' },
    })
    expect(texts(read)).toEqual(['до', '1. О плане', '2. Разное', 'после', 'в ячейке', '1. О плане', '2. Разное', ''])
    expect(read.lines[5]?.cell).toEqual({ table: 0, row: 0, column: 1 })
  })

  it.each([
    ['UTF-8', (text: string): Buffer => Buffer.from(text)],
    ['UTF-16', (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('that is a web page in %s is read without its markup', async (_, write) => {
    const page = `<!DOCTYPE html><html><head><title>имя</title><style>p { color: red }</style></head><body>
      <!-- не видно --><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><h1>ПРОТОКОЛ №&nbsp;2</h1><p class="a">Слушали: <b>Выдуманную</b>
      И.&#1048;.</p><script>if (1 < 2) alert('нет')</script><p>Решили:<br>утвердить &laquo;план&raquo; &lt;сразу&gt;</p>
      <table><tr><th>№</th><th>Мероприятие</th><th>Сроки</th></tr><tr><td>1</td><td><p>Семинар</p><p>и круглый стол</p></td><td>май</td></tr>
      <tr><td>2</td><td>Отчёт</td><td>июнь</td></tr></table></body></html>`
    const read = await readDocxParts({ body: p('до') + chunk('page.html'), chunks: { 'page.html': write(page) } })
    expect(texts(read)).toEqual([
      'до',
      'ПРОТОКОЛ №\u00a02',
      'Слушали: Выдуманную И.И.',
      'Решили:',
      'утвердить «план» <сразу>',
      ...['№', 'Мероприятие', 'Сроки', '1', 'Семинар и круглый стол', 'май', '2', 'Отчёт', 'июнь'],
    ])
    expect(read.tables).toMatchObject([{ rows: 3, columns: 3 }])
  })

  it('that is a web page whose head has no end is read from its body', async () => {
    const page = '<html><head><title>имя</title><body>видно'
    const read = await readDocxParts({ body: chunk('page.htm'), chunks: { 'page.htm': page } })
    expect(texts(read)).toEqual(['видно'])
  })

  it('that is another document, or is not there, is told of in its place', async () => {
    const inner = await docxZip({ body: p('внутри') }).generateAsync({ type: 'nodebuffer' })
    const read = await readDocxParts({
      body: p('до') + chunk('inner.docx') + chunk('none') + p('после'),
      chunks: { 'inner.docx': inner },
    })
    expect(texts(read)).toEqual(['до', expect.stringMatching(unread), expect.stringMatching(unread), 'после'])
  })

  it('that is larger than any honest one is told of in its place', async () => {
    const chunks = { 'long.txt': 'строка\n'.repeat(800_000), 'one.txt': 'прочитано' }
    const read = await readDocxParts({ body: chunk('long.txt') + chunk('one.txt'), chunks })
    expect(texts(read)).toEqual([expect.stringMatching(unread), 'прочитано'])
  })

  it('is too much when it is told of again and again', async () => {
    const body = chunk('one.txt').repeat(2000)
    const text = 'строка\n'.repeat(100)
    await expect(readDocxParts({ body, chunks: { 'one.txt': text } })).rejects.toMatchObject({ code: 'file-too-big' })
  })

  it.each([
    '<'.repeat(300_000),
    '<!--'.repeat(100_000),
    '&#'.repeat(200_000),
    '<td>'.repeat(100_000),
    `<p${' '.repeat(400_000)}`,
  ])('that is a hostile page does not hold the reading up', async (page) => {
    const read = await readDocxParts({ body: p('до') + chunk('page.html'), chunks: { 'page.html': page } }).catch(
      (error: unknown) => error,
    )
    expect(read).toBeDefined()
  })
})
