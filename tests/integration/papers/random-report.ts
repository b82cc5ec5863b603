import type { Figure, ReportPart } from '@shared/contract/report-content'
import type { ReportData, ReportPiece, ReportSection } from '@shared/contract/reports'
import fc from 'fast-check'

/** Reports of any make-up, as data: sections, her texts, sentences, tables and charts of any length. Every heading is of its own words. */

const words =
  'библиотека школа учебник фонд заседание решение педагог-библиотекарь обеспеченность потребность передача списание контингент комплектование методическое объединение района «Читающая школа» — и в на по для из с учётом 2025–2026 № 12 информационно-библиотечный центр'.split(
    ' ',
  )
const phrase = (least: number, most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...words), { minLength: least, maxLength: most }).map((parts) => parts.join(' '))

const figure = (key: string, value: number, previous: number | null): Figure => ({
  key,
  title: key,
  value,
  unit: 'count',
  suffix: '',
  previous,
  trace: null,
  of: [],
})

const textPart = fc.array(fc.record({ text: phrase(5, 90), item: fc.boolean() }), { minLength: 1, maxLength: 6 }).map(
  (paragraphs): ReportPart => ({
    key: 'text',
    title: '',
    form: 'text',
    figures: [],
    paragraphs: paragraphs.map(({ text, item }) => ({ runs: [{ text: `${text}.` }], item })),
  }),
)

const tablePart = (wide: boolean): fc.Arbitrary<ReportPart> =>
  fc
    .record({
      title: phrase(3, 20),
      rows: fc.array(fc.record({ name: phrase(1, 12), value: fc.nat(9999), previous: fc.nat(9999) }), {
        minLength: 1,
        maxLength: 60,
      }),
      columns: fc.integer({ min: 1, max: 4 }),
      compared: fc.boolean(),
    })
    .map(({ title, rows, columns, compared }): ReportPart => {
      const figures = rows.flatMap(({ value, previous }, at) =>
        Array.from({ length: columns }, (_, column) =>
          figure(`${at}:${column}`, value + column, compared ? previous : null),
        ),
      )
      return {
        key: 'table',
        title,
        form: 'table',
        wide,
        figures,
        columns: [
          { title: 'Наименование', align: 'left', share: 40 },
          ...Array.from({ length: columns }, (_, at) => ({
            title: `Показатель ${at + 1}`,
            align: 'right' as const,
            share: 20,
          })),
        ],
        rows: [
          ...rows.map(({ name, value }, at) => ({
            look: at % 9 === 8 ? ('group' as const) : ('plain' as const),
            cells: [
              { text: name },
              ...Array.from({ length: columns }, (_, column) => ({
                text: String(value + column),
                figure: `${at}:${column}`,
              })),
            ],
          })),
          { look: 'total', cells: [{ text: 'Итого' }, ...Array.from({ length: columns }, () => ({ text: '1' }))] },
        ],
      }
    })

const chartPart = fc
  .record({
    title: phrase(3, 15),
    shape: fc.constantFrom('bars' as const, 'columns' as const, 'lines' as const),
    values: fc.array(fc.tuple(fc.nat(500), fc.nat(500)), { minLength: 2, maxLength: 14 }),
    two: fc.boolean(),
  })
  .map(
    ({ title, shape, values, two }): ReportPart => ({
      key: 'chart',
      title,
      form: 'chart',
      shape,
      labels: values.map((_, at) => `Месяц ${at + 1}`),
      figures: values.map(([value, previous], at) => figure(`v${at}`, value, previous)),
      series: [
        { title: '2025–2026', figures: values.map((_, at) => `v${at}`), of: 'value' },
        ...(two ? [{ title: '2024–2025', figures: values.map((_, at) => `v${at}`), of: 'previous' as const }] : []),
      ],
    }),
  )

const piece = (uid: string, rest: Partial<ReportPiece>): ReportPiece => ({
  uid,
  part: '',
  hidden: false,
  title: '',
  text: '',
  seen: null,
  ...rest,
})

const partOrText = (wide: boolean) =>
  fc.oneof(
    textPart,
    tablePart(false),
    chartPart,
    fc.record({
      own: fc.array(phrase(3, 60), { minLength: 1, maxLength: 5 }),
      named: fc.boolean(),
      list: fc.boolean(),
    }),
    ...(wide ? [tablePart(true)] : []),
  )

/** @param wide with tables on pages on their side */
export function anyReport(wide: boolean): fc.Arbitrary<ReportData> {
  return fc
    .array(
      fc.record({ title: phrase(1, 9), newPage: fc.boolean(), parts: fc.array(partOrText(wide), { maxLength: 5 }) }),
      {
        minLength: 1,
        maxLength: 9,
      },
    )
    .map((made) => {
      const contents: ReportData['contents'] = {}
      const sections = made.map(({ title, newPage, parts }, at): ReportSection => {
        const uid = `section${at}`
        const named: ReportPart[] = []
        const pieces = parts.map((one, index): ReportPiece => {
          const own = `${uid}piece${index}`
          if (!('own' in one)) {
            named.push({ ...one, key: `part${index}` })
            return piece(own, { part: `part${index}` })
          }
          const text = one.own.map((line) => (one.list ? `- ${line};` : `${line}.`)).join('\n')
          return piece(own, { text, title: one.named ? `Подраздел ${at + 1}-${index + 1} особый` : '' })
        })
        contents[uid] = { kind: 'own', on: '2026-08-31', parts: named }
        return { uid, kind: 'own', title: `Раздел ${at + 1}-й: ${title}`, hidden: false, newPage, pieces }
      })
      return reportOf(sections, contents)
    })
}

export function reportOf(sections: ReportSection[], contents: ReportData['contents']): ReportData {
  return {
    report: {
      title: 'Отчёт о работе школьных библиотек за 2025–2026 учебный год',
      schoolYear: '2025-2026',
      associationId: null,
      addressee: '',
      signer: { position: 'Методист', name: 'Лядова И.П.' },
      compare: true,
      contents: true,
      note: '',
      sections,
    },
    contents,
    head: { municipality: 'Придуманный округ', authority: 'Управление образования', association: '', on: '2026-08-31' },
  }
}
