import { z } from 'zod'
import { command, job, query, SavedRecord } from './core'
import { FilledLine, Id, Line, named, Text } from './fields'
import { ListQuery, type ListSpec, listPage } from './lists'

/** Templates of papers made by the person in Word: fields in braces, `{школа}`, lists `{#школы}…{/школы}`. */

export const templateKinds = {
  letterhead: 'бланк',
  cover: 'обложка',
  letter: 'письмо',
  certificate: 'благодарность, сертификат',
} as const
export const TemplateKind = z.enum(Object.keys(templateKinds) as [keyof typeof templateKinds])
export type TemplateKind = z.infer<typeof TemplateKind>

/** `broken` stops a template from being used, `unknown` leaves its field empty, `note` is only worth knowing. */
export const TemplateProblem = z.object({
  kind: z.enum(['broken', 'unknown', 'note']),
  /** A whole sentence: what, and what to do. */
  text: z.string(),
  /** Words around it; empty where it is about the file as a whole. */
  place: z.string(),
  /** The nearest name there is: «школа». */
  suggestion: z.string().nullable(),
})
export type TemplateProblem = z.infer<typeof TemplateProblem>

export const TemplateReport = z.object({
  fields: z.array(z.object({ name: z.string(), meaning: z.string(), count: z.int(), loop: z.boolean() })),
  problems: z.array(TemplateProblem),
})
export type TemplateReport = z.infer<typeof TemplateReport>

export const PaperTemplate = z.object({
  name: named('Название', FilledLine),
  kind: named('Вид', TemplateKind),
  note: named('Примечание', Text),
})
export type PaperTemplate = z.infer<typeof PaperTemplate>

export const TemplateRecord = SavedRecord.extend({
  template: PaperTemplate,
  /** Name of the file it came from. */
  file: z.string(),
  bytes: z.int(),
  /** Local time, ISO without zone. */
  addedAt: z.string(),
  byDefault: z.boolean(),
  report: TemplateReport,
})
export type TemplateRecord = z.infer<typeof TemplateRecord>

export const TemplateRow = z.object({
  id: z.int(),
  name: z.string(),
  kind: TemplateKind,
  byDefault: z.boolean(),
  file: z.string(),
  fields: z.int(),
  unknown: z.int(),
  mailings: z.int(),
  note: z.string(),
})
export type TemplateRow = z.infer<typeof TemplateRow>

export const templateList: ListSpec = {
  name: 'templates',
  title: 'Бланки и шаблоны',
  record: 'paper-template',
  schoolYear: 'none',
  nouns: ['шаблон', 'шаблона', 'шаблонов'],
  identity: [],
  defaultSort: [{ column: 'name', desc: false }],
  columns: [
    { key: 'name', title: 'Название', type: 'text', width: 280 },
    { key: 'kind', title: 'Вид', type: 'choice', width: 200, choices: templateKinds },
    { key: 'byDefault', title: 'По умолчанию', type: 'boolean', width: 110 },
    { key: 'file', title: 'Файл', type: 'text', width: 220 },
    { key: 'fields', title: 'Полей', type: 'number', width: 80 },
    { key: 'unknown', title: 'Неизвестных полей', type: 'number', width: 110 },
    { key: 'mailings', title: 'Писем и благодарностей', type: 'number', width: 120 },
    { key: 'note', title: 'Примечание', type: 'text', width: 240 },
  ],
}

const reads = ['paper-template', 'mailing', 'profile'] as const
const Written = z.object({ file: z.string() })

export const templatesContract = {
  'templates.list': query(ListQuery, listPage(TemplateRow), reads),
  'templates.get': query(z.object({ id: Id }), TemplateRecord, reads),
  /** Those a paper can be put into or made of; no kinds: all. */
  'templates.options': query(
    z.object({ kinds: z.array(TemplateKind).default([]) }),
    z.array(z.object({ id: z.int(), name: z.string(), kind: TemplateKind, byDefault: z.boolean() })),
    reads,
  ),
  /** Reads a file without keeping it. @throws `file-missing`, `file-unreadable`, `file-too-big` */
  'templates.check': job(
    'Проверка шаблона',
    z.object({ file: FilledLine }),
    z.object({ report: TemplateReport, kind: TemplateKind }),
  ),
  /**
   * Keeps a file as a new template, or (`id`) in place of the one that is there.
   * @throws `template-broken` and as `templates.check`
   */
  'templates.add': job(
    'Добавление шаблона',
    z.object({
      file: FilledLine,
      id: Id.nullable().default(null),
      name: Line.default(''),
      kind: TemplateKind.nullable().default(null),
    }),
    SavedRecord,
  ),
  /** Writes down what `templates.add` has read. */
  'templates.keep': command(
    'Шаблон документа',
    z.object({
      id: Id.nullable(),
      name: Line,
      kind: TemplateKind,
      file: Line,
      report: TemplateReport,
      /** The file in base64. */
      content: z.string().max(40_000_000),
    }),
    SavedRecord,
  ),
  /** @throws `not-found`, `conflict`, `duplicate` */
  'templates.save': command(
    'Шаблон документа',
    z.object({ id: Id, revision: z.int().nullable(), template: PaperTemplate }),
    SavedRecord,
  ),
  /**
   * The one of its kind papers are put on unless she says otherwise: the window asks for it by name, jobs take what they are told.
   * @throws `not-found`, `invalid-input` when it is neither a letterhead nor a cover
   */
  'templates.setDefault': command('Бланк по умолчанию', z.object({ id: Id, on: z.boolean() }), z.object({})),
  /** @throws `in-use` while a letter is made of it */
  'templates.remove': command('Удаление шаблона', z.object({ id: Id }), z.object({})),
  /** The file as it was added. */
  'templates.download': job('Файл шаблона', z.object({ id: Id, out: FilledLine }), Written),
  /** A template of ours as a start: «Скачать образец». */
  'templates.sample': job('Образец шаблона', z.object({ kind: TemplateKind, out: FilledLine }), Written),
  /** The template filled with values made up. */
  'templates.example': job('Пример по шаблону', z.object({ id: Id, out: FilledLine }), Written),
} as const
