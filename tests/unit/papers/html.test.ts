import { buildAttendanceSheet } from '@shared/papers/attendance-sheet'
import { line } from '@shared/papers/block-makers'
import { paperHtml, standaloneHtml } from '@shared/papers/html'
import { namedPages, withPages } from '@shared/papers/html-contents'
import { pdfHeaderTemplate } from '@shared/papers/html-css'
import { buildProtocol } from '@shared/papers/protocol/build'
import { describe, expect, test } from 'vitest'
import { districtRecord } from '../../fixtures/meetings/district'
import { decision, meeting, profile, record } from '../../fixtures/meetings/make'
import { groupRecord } from '../../fixtures/meetings/working-group'
import { linesOf } from './paper-text'

const evil = record(
  meeting({
    place: '<img src=x onerror="alert(1)">',
    decisions: [decision('</style><script>alert("1")</script> & \'x\'')],
  }),
)

describe('html', () => {
  test('escapes every text and has neither script, style attribute nor event', () => {
    const { body, css } = paperHtml(buildProtocol(evil, { profile, layout: 'full' }))
    expect(body).toContain('&lt;img src=x onerror=')
    expect(body).not.toMatch(/<(?:script|img|style)/iu)
    expect(body).not.toMatch(/<[^>]*\s(?:style|on\w+)=/iu)
    expect(css).not.toMatch(/url\(|@import|<|expression/u)
    expect(standaloneHtml(buildProtocol(evil, { profile, layout: 'full' })).match(/<\/style>/gu)).toHaveLength(1)
  })

  test('says what the paper says, numbers counted', () => {
    const paper = buildProtocol(districtRecord, { profile, layout: null })
    const text = textOf(paperHtml(paper).body)
    for (const line of linesOf(paper)) expect(text).toContain(essence(line))
    expect(paperHtml(paper).body).toContain('>10.1. </span>')
  })

  test('every class that is used is in its sheet', () => {
    for (const paper of [
      buildProtocol(groupRecord, { profile, layout: 'full' }),
      buildAttendanceSheet(groupRecord, { profile }),
    ]) {
      const { body, css } = paperHtml(paper)
      const used = new Set([...body.matchAll(/class="([^"]+)"/gu)].flatMap((match) => (match[1] ?? '').split(' ')))
      const unknown = [...used].filter(
        (name) => !css.includes(`.${name}`) && !['paper-signature-label', 'paper-signature-name'].includes(name),
      )
      expect(unknown).toEqual([])
    }
  })

  test('tables have a head that repeats and exact widths', () => {
    const { body, css } = paperHtml(buildAttendanceSheet(groupRecord, { profile }))
    expect(body).toMatch(/<thead><tr><th scope="col">/u)
    expect(css).toContain('display: table-header-group')
    const widths = [...css.matchAll(/\.paper-t0-\d \{ width: ([\d.]+)mm/gu)].map((match) => Number(match[1]))
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(180, 0)
  })

  test('filled cells are filled on the printer too', () => {
    const paper = buildAttendanceSheet(groupRecord, { profile })
    const shaded = {
      ...paper,
      blocks: paper.blocks.map((block) =>
        block.kind === 'table'
          ? {
              ...block,
              rows: block.rows.map((row) => ({ cells: row.cells.map((cell) => ({ ...cell, shade: 'A6A6A6' })) })),
            }
          : block,
      ),
    }
    const { body, css } = paperHtml(shaded)
    expect(body).toContain('<td class="paper-shade-A6A6A6">')
    expect(css).toContain('.paper-shade-A6A6A6 { background: #A6A6A6; print-color-adjust: exact; }')
  })

  test('fonts and nonce are the caller’s', () => {
    const html = standaloneHtml(buildProtocol(groupRecord, { profile, layout: null }), {
      fontsUrl: 'app://x/fonts/',
      nonce: 'abc',
    })
    expect(html).toContain('<style nonce="abc">')
    expect(html).toContain('src: url("app://x/fonts/LiberationSerif-BoldItalic.ttf")')
    expect(html).toContain('<title>Протокол №\u00A03-о заседания')
  })

  test('the page number of the PDF is in the middle of the top margin', () => {
    expect(pdfHeaderTemplate()).toContain('class="pageNumber"')
    const { css } = paperHtml(buildProtocol(groupRecord, { profile, layout: null }))
    expect(css).toContain('@page { @top-center { content: counter(page);')
    expect(css).toContain('@page :first { @top-center { content: none; } }')
  })
})

describe('contents', () => {
  const paper = {
    ...buildProtocol(groupRecord, { profile, layout: null }),
    blocks: [
      { kind: 'contents' as const },
      line('section', 'Кадры & <b>«люди»</b>', { bookmark: 'report_a' }),
      line('section', '<span class="paper-contents-page" data-page-of="report_a">7</span>', { bookmark: 'report_b' }),
    ],
  }

  test('lead to their headings when printed, and nowhere in the window', () => {
    const html = standaloneHtml(paper)
    for (const name of ['report_a', 'report_b']) {
      expect(html).toContain(`<a href="#${name}">`)
      expect(html).toContain(`id="${name}"`)
    }
    expect(paperHtml(paper).body).not.toContain('<a ')
  })

  test('are told other pages, whatever the texts look like', () => {
    const html = standaloneHtml(paper, { pages: new Map([['report_a', 3]]) })
    expect([...namedPages(html)]).toEqual([
      ['report_a', 3],
      ['report_b', 0],
    ])
    const told = withPages(html, new Map([['report_b', 12]]))
    expect([...namedPages(told)]).toEqual([
      ['report_a', 3],
      ['report_b', 12],
    ])
    const pages = new Map([
      ['report_a', 3],
      ['report_b', 12],
    ])
    expect(told).toBe(standaloneHtml(paper, { pages }))
    expect(namedPages(standaloneHtml(buildProtocol(groupRecord, { profile, layout: null }))).size).toBe(0)
  })
})

function textOf(html: string): string {
  const text = html
    .replace(/<[^>]+>/gu, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
  return essence(text.replaceAll('&#39;', "'").replaceAll('&amp;', '&'))
}

function essence(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('')
}

describe('charts', () => {
  const chart = {
    kind: 'chart' as const,
    shape: 'bars' as const,
    labels: ['педагог-библиотекарь & «ко»', 'традиционная школьная библиотека, о которой много слов', 'никого'],
    series: [{ title: 'Человек', values: [30, 15, 0] }],
    description: 'Три "столбца"',
  }
  const paper = { ...buildProtocol(districtRecord, { profile, layout: 'full' as const }), blocks: [chart] }

  test('are bars as long as their figures, with names, figures and a description, without style attributes', () => {
    const { body } = paperHtml(paper)
    const widths = [...body.matchAll(/<rect [^>]*width="([\d.]+)"/gu)].map(([, width]) => Number(width))
    expect(widths).toHaveLength(3)
    expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(2, 1)
    expect(widths[2]).toBe(0)
    expect(body).toContain('>педагог-библиотекарь &amp; «ко»</text>')
    expect(body).toContain('aria-label="Три &quot;столбца&quot;"')
    // A long name is broken between words.
    expect(body).not.toContain('традиционная школьная библиотека, о которой много слов')
    expect(body).not.toMatch(/<[^>]*\s(?:style|on\w+)=/iu)
  })

  test('of nothing have no bars as long as the sheet', () => {
    const { body } = paperHtml({
      ...paper,
      blocks: [{ ...chart, labels: ['никого'], series: [{ title: 'Человек', values: [0] }] }],
    })
    expect(body).toMatch(/<rect [^>]*width="0"/u)
  })
})
