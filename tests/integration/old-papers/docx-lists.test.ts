import { describe, expect, it } from 'vitest'
import { abstractNum, item, labels, lvl, num, p, readDocxParts } from '../../support/old-papers/docx-file'

describe('numbers Word makes by itself', () => {
  it('count nested levels and begin anew under the next', async () => {
    const read = await readDocxParts({
      numbering:
        abstractNum(1, lvl(0, 'decimal', '%1.'), lvl(1, 'decimal', '%1.%2.'), lvl(2, 'russianLower', '%3)')) +
        num(1, 1),
      body: [0, 1, 1, 2, 2, 0, 1].map((level) => item('пункт', 1, level)).join(''),
    })
    expect(labels(read)).toEqual(['1.', '1.1.', '1.2.', 'а)', 'б)', '2.', '2.1.'])
    expect(read.lines.map(({ level, list }) => [level, list])).toEqual([0, 1, 1, 2, 2, 0, 1].map((level) => [level, 0]))
  })

  it.each([
    ['upperRoman', 4, 'IV'],
    ['lowerRoman', 9, 'ix'],
    ['upperLetter', 28, 'BB'],
    ['lowerLetter', 3, 'c'],
    ['russianUpper', 10, 'К'],
    ['russianLower', 30, 'аа'],
    ['decimalZero', 7, '07'],
    ['ordinal', 2, '2'],
  ])('%s %i is «%s»', async (format, start, label) => {
    const numbering = abstractNum(1, lvl(0, format, '%1', '', start)) + num(1, 1)
    expect(labels(await readDocxParts({ numbering, body: item('пункт', 1) }))).toEqual([label])
  })

  it('go on through lists of one definition, unless one begins anew', async () => {
    const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    const read = await readDocxParts({
      numbering: abstractNum(1, lvl(0, 'decimal', '%1.')) + num(1, 1) + num(2, 1) + num(3, 1, anew),
      body: [1, 1, 2, 3, 3, 1].map((list) => item('пункт', list)).join(''),
    })
    expect(labels(read)).toEqual(['1.', '2.', '3.', '1.', '2.', '3.'])
    expect(read.lines.map(({ list }) => list)).toEqual([0, 0, 0, 1, 1, 0])
  })

  it('have levels of their own, digits where all must be, and levels that never begin anew', async () => {
    const own = `<w:lvlOverride w:ilvl="0">${lvl(0, 'decimal', 'Вопрос %1')}</w:lvlOverride>`
    const legal = lvl(1, 'decimal', '%1.%2', '<w:isLgl/>')
    const steady = lvl(1, 'decimal', '%2)', '<w:lvlRestart w:val="0"/>')
    const read = await readDocxParts({
      numbering: [
        abstractNum(1, lvl(0, 'upperRoman', '%1.'), legal),
        abstractNum(2, lvl(0, 'decimal', '%1.'), steady),
        abstractNum(3, lvl(0, 'decimal', '%1.')),
        num(1, 1) + num(2, 2) + num(3, 3, own),
      ].join(''),
      body: [item('', 1), item('', 1, 1), item('', 2), item('', 2, 1), item('', 2), item('', 2, 1), item('да', 3)].join(
        '',
      ),
    })
    expect(labels(read)).toEqual(['I.', '1.1', '1.', '1)', '2.', '2)', 'Вопрос 1'])
  })

  it('come through styles and numbering styles, and end where there are none', async () => {
    const style = (id: string, inside: string, type = 'paragraph'): string =>
      `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${inside}</w:style>`
    const link = (list: number): string => `<w:pPr><w:numPr><w:numId w:val="${list}"/></w:numPr></w:pPr>`
    const read = await readDocxParts({
      styles: [
        style('Question', link(1)),
        style('Sub', '<w:basedOn w:val="Question"/>'),
        style('Second', link(1)),
        style('Outline', link(2), 'numbering'),
        style('Circle', link(4), 'numbering'),
      ].join(''),
      numbering: [
        abstractNum(
          1,
          lvl(0, 'decimal', '%1.', '<w:pStyle w:val="Question"/>'),
          lvl(1, 'decimal', '%1.%2', '<w:pStyle w:val="Second"/>'),
        ),
        abstractNum(2, lvl(0, 'upperLetter', '%1)')),
        '<w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="Outline"/></w:abstractNum>',
        '<w:abstractNum w:abstractNumId="4"><w:numStyleLink w:val="Circle"/></w:abstractNum>',
        num(1, 1) + num(2, 2) + num(3, 3) + num(4, 4),
      ].join(''),
      body: [
        p('вопрос', '<w:pStyle w:val="Question"/>'),
        p('ниже', '<w:pStyle w:val="Second"/>'),
        p('ещё', '<w:pStyle w:val="Sub"/>'),
        p('без номера', '<w:pStyle w:val="Question"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        item('по ссылке', 3),
        item('по кругу', 4),
        item('чужой', 99),
      ].join(''),
    })
    expect(labels(read)).toEqual(['1.', '1.1', '2.', '', 'A)', '', ''])
  })

  it('are signs a person sees where Word has symbol fonts', async () => {
    const bullets = ['\uf0b7', '\uf02d', 'o', '–', '\uf0a7']
    const numbering = bullets
      .map((sign, id) => abstractNum(id + 1, lvl(0, 'bullet', sign)) + num(id + 1, id + 1))
      .join('')
    const read = await readDocxParts({ numbering, body: bullets.map((_, id) => item('пункт', id + 1)).join('') })
    expect(labels(read)).toEqual(['•', '–', '○', '–', '▪'])
  })
})
