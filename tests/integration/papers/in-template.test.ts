import { buildProtocol } from '@shared/papers/protocol/build'
import { sampleValues } from '@shared/papers/templates/fields'
import { filledFile, fillTemplate } from '@store/documents/docx/merge/fill'
import { inTemplate, Joined } from '@store/documents/docx/merge/in-template'
import { paperToDocx } from '@store/documents/docx/writer'
import { describe, expect, test } from 'vitest'
import { districtRecord } from '../../fixtures/meetings/district'
import { profile } from '../../fixtures/meetings/make'
import { headingLine, numberedLine, tableOf, wordTemplate } from '../../support/word-templates'
import { essence, libreOffice, mammothText, officePdfs, readParts } from './read-docx'
import { unsoundness } from './sound-docx'

const protocol = () => paperToDocx(buildProtocol(districtRecord, { profile, layout: null }))

const letterhead = () =>
  wordTemplate({
    header: 'Управление образования {Муниципалитет}',
    footer: 'Бланк строгой отчётности',
    lines: [headingLine('Бланк отдела'), numberedLine('первый пункт бланка'), '{документ}', 'Внизу бланка'],
    margins: 1400,
  })

describe('a paper on a letterhead', () => {
  test('everything of both is there, in its place, and the file is sound', async () => {
    const paper = await protocol()
    const made = await inTemplate(await letterhead(), { муниципалитет: 'Заречный район' }, paper)
    expect(await unsoundness(made)).toEqual([])
    const text = essence(await mammothText(made))
    expect(text).toContain(essence(await mammothText(paper)))
    expect(text.indexOf('бланкотдела')).toBeLessThan(text.indexOf('протокол'))
    expect(text.endsWith('внизубланка')).toBe(true)
    const parts = await readParts(made)
    const headers = [...parts].filter(([name]) => name.startsWith('word/header')).map(([, xml]) => xml)
    expect(headers.some((xml) => xml.includes('Заречный район'))).toBe(true)
    expect(parts.get('docProps/core.xml')).toContain('Протокол')
  })

  test('her standard style is not ours, and ours is not hers', async () => {
    const parts = await readParts(await inTemplate(await letterhead(), {}, await protocol()))
    const styles = parts.get('word/styles.xml') ?? ''
    const style = (id: string): string =>
      new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 'su').exec(styles)?.[0] ?? ''
    expect(style('Heading1')).toContain('C00000')
    expect(style('NormalMetodist')).toContain('Times New Roman')
    expect(style('NormalMetodist')).toMatch(/<w:color w:val="auto"\/>/u)
    expect(style('NormalMetodist')).toMatch(/<w:spacing [^>]*w:after="0"/u)
    const ours =
      /<w:p>(?:(?!<\/w:p>).)*ПОВЕСТКА(?:(?!<\/w:p>).)*<\/w:p>/su.exec(parts.get('word/document.xml') ?? '')?.[0] ?? ''
    expect(ours).toMatch(/<w:pStyle w:val="[^"]+"/u)
  })

  test('without {документ} the paper comes after all there is', async () => {
    const template = await wordTemplate({ lines: ['Шапка'] })
    const text = essence(await mammothText(await inTemplate(template, {}, await protocol())))
    expect(text.startsWith('шапкапротокол')).toBe(true)
  })

  test('tables of a wide paper are made narrower on a narrow letterhead', async () => {
    const paper = await paperToDocx(buildProtocol(districtRecord, { profile, layout: null }))
    const made = await inTemplate(await wordTemplate({ lines: ['{документ}'], margins: 2400 }), {}, paper)
    const document = (await readParts(made)).get('word/document.xml') ?? ''
    for (const [table] of document.matchAll(/<w:tblGrid>.*?<\/w:tblGrid>/gsu)) {
      const width = [...table.matchAll(/w:w="(\d+)"/gu)].reduce((sum, [, one]) => sum + Number(one), 0)
      expect(width).toBeLessThanOrEqual(11906 - 2 * 2400 + 20)
    }
  })
})

describe('a cover before a paper', () => {
  test('stands on a page of its own without our page numbers, which the paper keeps', async () => {
    const cover = await wordTemplate({ lines: ['{орган управления}', headingLine('ОТЧЁТ')], footer: 'село Заречье' })
    const made = await inTemplate(cover, sampleValues(), await protocol(), { cover: true })
    expect(await unsoundness(made)).toEqual([])
    const document = (await readParts(made)).get('word/document.xml') ?? ''
    const sections = [...document.matchAll(/<w:sectPr\b.*?<\/w:sectPr>/gsu)].map(([one]) => one)
    expect(sections).toHaveLength(2)
    expect(sections[0]).toContain('footerReference')
    expect(sections[1]).toContain('headerReference')
  })
})

describe('filling', () => {
  test('fields are found whatever runs, letter case and «ё» they are written in; lists repeat rows', async () => {
    const template = await wordTemplate({
      lines: [
        'Кому: {ШКОЛА}, {Населенный_пункт}',
        tableOf([
          ['№', 'Школа', 'Директор'],
          ['{#школы}{№}', '{школа}', '{директор}{/школы}'],
        ]),
        '{текст}',
        'Вывод: {текст} — и всё',
      ],
    })
    const made = await fillTemplate(template, {
      школа: 'СОШ № 3',
      'населённый пункт': 'с. Заречье',
      текст: 'Первый {абзац}.\nВторой <абзац>.',
      школы: [
        { '№': '1', школа: 'СОШ № 1', директор: 'Иванова А.А.' },
        { '№': '2', школа: 'СОШ № 2', директор: '' },
      ],
    })
    expect(await unsoundness(made)).toEqual([])
    const text = await mammothText(made)
    expect(text).toContain('Кому: СОШ № 3, с. Заречье')
    expect(text).toContain('СОШ № 1')
    expect(text).toContain('СОШ № 2')
    expect(text.split('\n')).toContain('Первый {абзац}.')
    expect(text.split('\n')).toContain('Второй <абзац>.')
    expect(text).not.toMatch(/\{[#/]?школ/iu)
  })

  test('copies are joined: each on a page of its own, its lists from the first number, its header its own', async () => {
    const template = await wordTemplate({
      header: 'Для {школа}',
      lines: ['Письмо в {школа}', numberedLine('один'), numberedLine('два')],
    })
    const joined = new Joined(await filledFile(template, { школа: 'А' }))
    for (const школа of ['Б', 'В']) joined.add(await filledFile(template, { школа }))
    const made = await joined.bytes()
    expect(await unsoundness(made)).toEqual([])
    if (libreOffice === null) return
    const [pdf] = await officePdfs([made])
    expect(pdf?.pages).toHaveLength(3)
    for (const [index, школа] of ['А', 'Б', 'В'].entries()) {
      expect(pdf?.pages[index]).toContain(`Для ${школа}`)
      expect(pdf?.pages[index]).toContain(`Письмо в ${школа}`)
      expect(pdf?.pages[index]).toContain('I)')
      expect(pdf?.pages[index]).not.toContain('III)')
    }
  })
})
