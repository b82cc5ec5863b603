import type { Original } from '@shared/contract/old-papers'
import { describe, expect, it } from 'vitest'
import { p, readDocxParts, tbl, tc, texts, tr } from '../../support/old-papers/docx-file'

const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`
const down = (restart: boolean): string => (restart ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>')

/** «row,column rows×columns: text» of each cell. */
const cells = ({ tables, lines }: Original): string[] =>
  tables.flatMap((table) =>
    table.cells.map(({ row, column, rowSpan, columnSpan, from, to }) => {
      const text = lines.slice(from, to).map((line) => line.text)
      return `${row},${column} ${rowSpan}×${columnSpan}: ${text.join(' / ')}`
    }),
  )

describe('tables of a .docx', () => {
  it('have merged cells once, with their spans, and rows that repeat', async () => {
    const read = await readDocxParts({
      body: tbl(
        tr(tc('№', down(true)) + tc('Мероприятие', down(true)) + tc('Сроки', span(2)), '<w:tblHeader/>'),
        tr(tc(p(''), down(false)) + tc(p(''), down(false)) + tc('план') + tc('факт'), '<w:tblHeader/>'),
        tr(tc('Раздел I', span(4))),
        tr(tc('1') + tc(p('а') + p('') + p('б')) + tc('май') + tc(p(''))),
      ),
    })
    expect(read.tables).toMatchObject([{ rows: 4, columns: 4, headRows: 2 }])
    expect(cells(read)).toEqual([
      '0,0 2×1: №',
      '0,1 2×1: Мероприятие',
      '0,2 1×2: Сроки',
      '1,2 1×1: план',
      '1,3 1×1: факт',
      '2,0 1×4: Раздел I',
      '3,0 1×1: 1',
      '3,1 1×1: а /  / б',
      '3,2 1×1: май',
      '3,3 1×1: ',
    ])
    expect(read.lines.every(({ cell }) => cell?.table === 0)).toBe(true)
  })

  it('count only columns where a cell begins, from where a row begins; deleted rows are gone', async () => {
    const read = await readDocxParts({
      body: tbl(
        tr(tc('а', span(3)) + tc('б', span(2))),
        tr(tc('в', span(2)), '<w:gridBefore w:val="3"/>'),
        tr(tc('нет') + tc('нет'), '<w:del w:id="1"/>'),
        tr(tc('г', `${span(3)}<w:hMerge w:val="restart"/>`) + tc('д', `${span(2)}<w:hMerge/>`)),
      ),
    })
    expect(cells(read)).toEqual(['0,0 1×1: а', '0,1 1×1: б', '1,1 1×1: в', '2,0 1×2: г / д'])
  })

  it('inside a cell become its lines, nothing lost; one that holds the whole paper is taken apart', async () => {
    const inner = tbl(tr(tc('1') + tc('2')), tr(tc('3') + tc('4')))
    const inside = await readDocxParts({
      body: tbl(tr(tc('Очень длинное название мероприятия') + tc(p('до') + inner + p('после'))), tr(tc('x') + tc('y'))),
    })
    expect(cells(inside)).toEqual([
      '0,0 1×1: Очень длинное название мероприятия',
      '0,1 1×1: до / 1 / 2 / 3 / 4 / после',
      '1,0 1×1: x',
      '1,1 1×1: y',
    ])
    const wrapping = await readDocxParts({ body: tbl(tr(tc(p('ПРОТОКОЛ') + inner + p('Подпись')))) })
    expect(cells(wrapping)).toEqual(['0,0 1×1: 1', '0,1 1×1: 2', '1,0 1×1: 3', '1,1 1×1: 4'])
    expect(texts(wrapping)).toEqual(['ПРОТОКОЛ', '1', '2', '3', '4', 'Подпись'])
    const side = await readDocxParts({ body: tbl(tr(tc('я') + tc(p('План') + inner + inner))) })
    expect(side.tables).toHaveLength(2)
    expect(texts(side)).toEqual(['я', 'План', '1', '2', '3', '4', '1', '2', '3', '4'])
  })

  it('are read in content controls, and a merged cell that has no upper one stands by itself', async () => {
    const wrapped = `<w:sdt><w:sdtContent>${tr(`<w:sdt><w:sdtContent>${tc('а', down(false))}</w:sdtContent></w:sdt>${tc('б')}`)}</w:sdtContent></w:sdt>`
    expect(cells(await readDocxParts({ body: tbl(wrapped, tr(tc('в') + tc('г'))) }))).toEqual([
      '0,0 1×1: а',
      '0,1 1×1: б',
      '1,0 1×1: в',
      '1,1 1×1: г',
    ])
  })
})
