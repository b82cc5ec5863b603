import { z } from 'zod'
import { IsoDate } from './fields'
import { Filter } from './lists'

/**
 * What a section of a report says, made from the data. One set of figures is in its sentences, its tables and its charts; each figure
 * knows the list query whose rows it counts, so that a click shows them and the paper cannot disagree with the screen.
 */

/** Rows a figure counts: a list, asked as any list is. */
export const Trace = z.object({
  /** Name of the list: «meetings» is asked by `meetings.list`. */
  list: z.string(),
  schoolYear: z.string().nullable(),
  on: z.string().nullable(),
  filters: z.array(Filter),
  /** Null: the figure is the number of rows; else the sum of this column of them. */
  sum: z.string().nullable(),
})
export type Trace = z.infer<typeof Trace>

/**
 * `count` whole things; `money` kopecks; `hundredths` of a whole (ставки); `tenths` of a whole (averages, percents).
 */
export const FigureUnit = z.enum(['count', 'money', 'hundredths', 'tenths'])
export type FigureUnit = z.infer<typeof FigureUnit>

export const Figure = z.object({
  /** Within its part; the same from one making to the next, so that changes are told: «held», «school:12». */
  key: z.string(),
  /** What it is, in words: «Проведено заседаний». */
  title: z.string(),
  /** Null: cannot be said (an average of nothing). */
  value: z.number().nullable(),
  unit: FigureUnit,
  /** Said after it: «%», «экз.»; empty for things named by the sentence. */
  suffix: z.string(),
  /** Last year's; null: not asked for or not kept. */
  previous: z.number().nullable(),
  /** Null for a figure worked out of others. */
  trace: Trace.nullable(),
  /** Keys of the figures it is worked out of. */
  of: z.array(z.string()),
})
export type Figure = z.infer<typeof Figure>

/** A stretch of text; with `figure`, the printed form of that figure («4 заседания»). */
export const Said = z.object({
  text: z.string(),
  figure: z.string().optional(),
  /** A record the words name: a click opens it. */
  opens: z.object({ record: z.string(), id: z.int() }).optional(),
})
export type Said = z.infer<typeof Said>

export const ReportColumn = z.object({
  title: z.string(),
  align: z.enum(['left', 'center', 'right']),
  /** Of the table's width, in any units. */
  share: z.number().positive(),
})
export type ReportColumn = z.infer<typeof ReportColumn>

export const ReportTableRow = z.object({
  cells: z.array(Said),
  /** `total`: bold; `group`: one cell over all columns. */
  look: z.enum(['plain', 'total', 'group']),
})
export type ReportTableRow = z.infer<typeof ReportTableRow>

const part = {
  key: z.string(),
  /** Caption of a table or chart, without number: «Заседания РМО в 2025–2026 учебном году». */
  title: z.string(),
  figures: z.array(Figure),
}

export const ReportPart = z.discriminatedUnion('form', [
  z.object({
    ...part,
    form: z.literal('text'),
    paragraphs: z.array(z.object({ runs: z.array(Said), item: z.boolean() })),
  }),
  z.object({
    ...part,
    form: z.literal('table'),
    columns: z.array(ReportColumn),
    rows: z.array(ReportTableRow),
    /** A table of many columns wants a page on its side. */
    wide: z.boolean(),
  }),
  z.object({
    ...part,
    form: z.literal('chart'),
    /** `bars` lie (long names), `columns` stand (a few short ones), `lines` go over years or months. */
    shape: z.enum(['bars', 'columns', 'lines']),
    labels: z.array(z.string()),
    /** Values are the figures' own: of this year, or `previous` of them. */
    series: z.array(z.object({ title: z.string(), figures: z.array(z.string()), of: z.enum(['value', 'previous']) })),
  }),
])
export type ReportPart = z.infer<typeof ReportPart>
export type TextPart = Extract<ReportPart, { form: 'text' }>
export type TablePart = Extract<ReportPart, { form: 'table' }>
export type ChartPart = Extract<ReportPart, { form: 'chart' }>

/** A part that has nothing to say is not there. */
export const SectionContent = z.object({ kind: z.string(), on: IsoDate, parts: z.array(ReportPart) })
export type SectionContent = z.infer<typeof SectionContent>
