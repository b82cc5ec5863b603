import { basename } from 'node:path'
import type { Parsed } from '@shared/contract'
import type { SavedRecord } from '@shared/contract/core'
import { type PaperTemplate, templateKinds } from '@shared/contract/templates'
import { normKey } from '@shared/domain/text/norm'
import { AppError } from '@shared/errors'
import { sampleValues } from '@shared/papers/templates/fields'
import { writeFileAtomically } from '../../../files/atomic-file'
import type { CommandContext } from '../../context'
import { bumpRevision, insertRow, removeRecord, saveRoot } from '../../database/aggregate'
import { derive } from '../../database/derived'
import { prepared } from '../../database/prepared'
import { readSetting, writeSetting } from '../../database/settings'
import { listWindow } from '../../lists/list'
import type { Handlers } from '../../module'
import { readForeignTemplate } from '../../old-papers/reading/client'
import { asBroken } from '../../templates/refusals'
import {
  DEFAULT_TEMPLATES,
  type DefaultTemplates,
  defaultKey,
  defaultTemplate,
  dropUnusedBlobs,
  keepBlob,
  readTemplate,
  templateFile,
  templateRow,
} from '../../templates/store'
import { templateSource } from './list'

/** Templates of papers made by the person in Word. */
export const templateHandlers = {
  'templates.list': (context, query) => listWindow(context, templateSource, query),
  'templates.get': ({ raw }, { id }) => readTemplate(raw, id),
  'templates.options': ({ raw }, { kinds }) =>
    prepared<[], { id: number; name: string; kind: PaperTemplate['kind'] }>(
      raw,
      'SELECT id, name, kind FROM paperTemplate ORDER BY sortKey, id',
    )
      .all()
      .filter((one) => kinds.length === 0 || kinds.includes(one.kind))
      .map((one) => ({ ...one, byDefault: defaultTemplate(raw, one.kind) === one.id })),
  'templates.check': async (context, { file }) => {
    context.progress(0, null, basename(file))
    const { report, kind } = await readForeignTemplate(file)
    return { report, kind }
  },
  'templates.add': async (context, { file, id, name, kind }) => {
    context.progress(0, null, basename(file))
    const read = await readForeignTemplate(file)
    const [broken] = read.report.problems.filter((problem) => problem.kind === 'broken')
    if (broken) {
      const place = broken.place === '' ? '' : ` Место: «${broken.place}».`
      throw new AppError(
        'template-broken',
        `Шаблон не принят. ${broken.text}${place} Исправьте файл в Word и выберите снова.`,
        'file',
      )
    }
    context.checkCancelled()
    const before = id === null ? null : templateRow(context.raw, id)
    const saved = await context.command('templates.keep', {
      id,
      name: name === '' ? (before?.name ?? basename(file).replace(/\.[^.]*$/u, '')) : name,
      kind: kind ?? before?.kind ?? read.kind,
      file: basename(file),
      report: read.report,
      content: read.content,
    })
    return saved as SavedRecord
  },
  'templates.keep': (context, input) => keepTemplate(context, input),
  'templates.save': (context, { id, revision, template }) => {
    context.describe(template.name)
    refuseTwin(context, id, template.name)
    const saved = saveRoot(context.raw, 'paperTemplate', id, revision, withWords(context, id, template))
    return bumpRevision(context.raw, 'paperTemplate', 'paper-template', saved, false)
  },
  'templates.setDefault': ({ raw, describe }, { id, on }) => {
    const { name, kind } = templateRow(raw, id)
    describe(name)
    const key = defaultKey(kind)
    if (key === null) {
      throw new AppError(
        'invalid-input',
        'По умолчанию документы встают на бланк или за обложку. Выберите такой вид.',
        'id',
      )
    }
    const { [key]: before, ...others } = readSetting<DefaultTemplates>(raw, DEFAULT_TEMPLATES, {})
    if (on === (before === id)) return {}
    writeSetting(raw, DEFAULT_TEMPLATES, on ? { ...others, [key]: id } : others)
    return {}
  },
  'templates.remove': (context, { id }) => {
    context.describe(templateRow(context.raw, id).name)
    const { count } = prepared<[number], { count: number }>(
      context.raw,
      'SELECT count(*) AS count FROM mailing WHERE templateId = ?',
    ).get(id) ?? { count: 0 }
    const inUse = `По этому шаблону сделаны письма или благодарности (${count}). Сначала выберите в них другой бланк.`
    if (count > 0) throw new AppError('in-use', inUse)
    removeRecord(context.raw, 'paperTemplate', [], 'id', id, inUse)
    return {}
  },
  'templates.download': async (context, { id, out }) => {
    await writeFileAtomically(out, templateFile(context.raw, id).content)
    return { file: out }
  },
  'templates.sample': async (context, { kind, out }) => {
    const { sampleTemplate } = await import('../../templates/samples')
    context.checkCancelled()
    await writeFileAtomically(out, await sampleTemplate(kind))
    return { file: out }
  },
  'templates.example': async (context, { id, out }) => {
    const { content, name } = templateFile(context.raw, id)
    const { exampleOf } = await import('../../templates/samples')
    try {
      await writeFileAtomically(out, await exampleOf(content, sampleValues()))
    } catch (error) {
      throw asBroken(error, name)
    }
    return { file: out }
  },
} satisfies Handlers

function keepTemplate(context: CommandContext, input: Parsed<'templates.keep'>): SavedRecord {
  const { raw } = context
  const { id, kind, file, report } = input
  const name = id === null ? freeName(context, input.name) : input.name
  context.describe(name)
  if (id !== null) refuseTwin(context, id, name)
  const content = Buffer.from(input.content, 'base64')
  const row = {
    ...derive('paperTemplate', { name, kind, note: id === null ? '' : templateRow(raw, id).note, file }),
    hash: keepBlob(raw, content),
    bytes: content.length,
    addedAt: localTime(context.now()),
    reportJson: JSON.stringify(report),
    fields: report.fields.length,
    unknown: report.problems.filter((problem) => problem.kind === 'unknown').length,
  }
  const saved =
    id === null
      ? { id: insertRow(raw, 'paperTemplate', row), revision: 1 }
      : saveRoot(raw, 'paperTemplate', id, null, row)
  dropUnusedBlobs(raw)
  return bumpRevision(raw, 'paperTemplate', 'paper-template', saved, id === null)
}

function withWords(context: CommandContext, id: number, template: PaperTemplate): Record<string, unknown> {
  return derive('paperTemplate', { ...template, file: templateRow(context.raw, id).file })
}

/** «Бланк», «Бланк (2)»: a file dropped twice is two templates until she says otherwise. */
function freeName(context: CommandContext, wanted: string): string {
  const name = wanted === '' ? templateKinds.letterhead : wanted
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name} (${number})`
    if (twinOf(context, null, candidate) === undefined) return candidate
  }
}

function refuseTwin(context: CommandContext, id: number, name: string): void {
  if (twinOf(context, id, name) === undefined) return
  throw new AppError('duplicate', `Шаблон «${name}» уже есть. Назовите этот иначе.`, 'template.name')
}

function twinOf({ raw }: CommandContext, id: number | null, name: string): { id: number } | undefined {
  return prepared<[string, number], { id: number }>(
    raw,
    'SELECT id FROM paperTemplate WHERE nameKey = ? AND id <> ?',
  ).get(normKey(name), id ?? 0)
}

function localTime(now: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}T${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`
}
