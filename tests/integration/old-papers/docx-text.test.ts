import { describe, expect, it } from 'vitest'
import { p, r, readDocxParts, t, texts } from '../../support/old-papers/docx-file'

const style = (id: string, inside: string, type = 'paragraph'): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${inside}</w:style>`

describe('text of a .docx', () => {
  it('has breaks, tabs and hyphens as they are seen; ends of pages are nothing', async () => {
    const read = await readDocxParts({
      body: [
        p(`<w:r>${t('до ')}<w:br/>${t('после')}<w:tab/>${t('далее')}<w:cr/></w:r>`),
        p(`<w:r>${t('предложение ')}<w:lastRenderedPageBreak/><w:br w:type="page"/>${t('идёт дальше')}</w:r>`),
        p(
          `<w:r>${t('орга')}<w:softHyphen/>${t('низация, СОШ')}<w:noBreakHyphen/>${t('15, 2023\u201124, пе\u00adренос')}</w:r>`,
        ),
        p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'),
      ].join(''),
    })
    expect(texts(read)).toEqual([
      'до \nпосле\tдалее\n',
      'предложение идёт дальше',
      'организация, СОШ-15, 2023-24, перенос',
      '✓',
    ])
  })

  it('keeps what tracked changes put in, drops what they took away, joins paragraphs whose mark is gone', async () => {
    const gone = '<w:rPr><w:del w:id="1" w:author="Т"/></w:rPr>'
    const read = await readDocxParts({
      body: [
        p(
          `${r('Срок: ')}<w:del w:id="2"><w:r><w:delText>май</w:delText></w:r></w:del><w:ins w:id="3">${r('июнь')}</w:ins>`,
        ),
        p(
          `<w:moveFrom w:id="4">${r('уехало')}</w:moveFrom>${r('осталось, ')}<w:moveTo w:id="5">${r('приехало')}</w:moveTo>`,
        ),
        p(r('начало '), gone),
        p(`<w:del w:id="6"><w:r><w:delText>всё удалено</w:delText></w:r></w:del>`, gone),
        p(r('и конец'), '<w:jc w:val="center"/>'),
        p(r('последняя без знака'), gone),
      ].join(''),
    })
    expect(texts(read)).toEqual(['Срок: июнь', 'осталось, приехало', 'начало и конец', 'последняя без знака'])
    expect(read.lines[2]?.centred).toBe(true)
  })

  it('reads through controls, links and smart tags; of a field its result; hidden text and comments are not seen', async () => {
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const read = await readDocxParts({
      body: [
        `<w:sdt><w:sdtPr/><w:sdtContent>${p(`<w:hyperlink r:id="x">${r('ссылка')}</w:hyperlink><w:smartTag>${r(' и метка')}</w:smartTag>`)}</w:sdtContent></w:sdt>`,
        p(
          `${field('begin')}<w:r><w:instrText> DATE </w:instrText></w:r>${field('separate')}${r('16.01.2024')}${field('end')}${r(' г.')}`,
        ),
        p(`<w:fldSimple w:instr="PAGE">${r('1')}</w:fldSimple>`),
        p(`${r('видно')}${r(' скрыто', '<w:vanish/>')}<w:r><w:commentReference w:id="0"/></w:r>`),
        p(`${field('begin')}${r('никогда не кончается')}`),
        p('дальше'),
        p('', '<w:rPr><w:vanish/></w:rPr>'),
      ].join(''),
    })
    expect(texts(read)).toEqual(['ссылка и метка', '16.01.2024 г.', '1', 'видно', '', 'дальше'])
  })

  it('puts a text box once, before its paragraph, and notes at the end', async () => {
    const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('УТВЕРЖДАЮ')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('УТВЕРЖДАЮ')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`
    const old = `<w:pict><v:textbox>${box('Угловой штамп')}</v:textbox></w:pict>`
    const read = await readDocxParts({
      body:
        p(`<w:r>${both}${t('ПРОТОКОЛ')}<w:footnoteReference w:id="2"/></w:r>`) +
        p(`<w:r>${old}${t('заседания')}</w:r>`),
      footnotes: `<w:footnote w:id="0" w:type="separator">${p('')}</w:footnote><w:footnote w:id="2">${p(r('Не участвовал'))}</w:footnote>`,
    })
    expect(read.lines.map(({ text, part }) => [text, part])).toEqual([
      ['УТВЕРЖДАЮ', 'box'],
      ['ПРОТОКОЛ', 'body'],
      ['Угловой штамп', 'box'],
      ['заседания', 'body'],
      ['Не участвовал', 'note'],
    ])
  })

  it('knows bold, headings and centring by the paragraph, by its style and by those the style is based on', async () => {
    const read = await readDocxParts({
      styles: [
        style('Base', '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr>'),
        style('Title1', '<w:basedOn w:val="Base"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        style('Strong', '<w:rPr><w:b/></w:rPr>', 'character'),
        style('A', '<w:basedOn w:val="B"/>'),
        style('B', '<w:basedOn w:val="A"/>'),
      ].join(''),
      body: [
        p(`${r('Решили: ')}${r('до ', '<w:b/>')}${r('мая', '<w:b w:val="1"/>')}${r(' 2024', '<w:b w:val="0"/>')}`),
        p(`${r('Заголовок')}${r(' тонкий', '<w:rStyle w:val="Strong"/>')}`, '<w:pStyle w:val="Title1"/>'),
        p(r('влево'), '<w:pStyle w:val="Title1"/><w:jc w:val="left"/>'),
        p(r('по кругу', '<w:rStyle w:val="A"/>'), '<w:pStyle w:val="A"/>'),
      ].join(''),
    })
    expect(read.lines.map(({ bold, heading, centred }) => ({ bold, heading, centred }))).toEqual([
      { bold: [[8, 14]], heading: false, centred: false },
      { bold: [[0, 9]], heading: true, centred: true },
      { bold: [[0, 5]], heading: true, centred: false },
      { bold: [], heading: false, centred: false },
    ])
  })
})
