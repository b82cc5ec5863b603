import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Parsed } from '@shared/contract'
import type { Mailing, MailingValues } from '@shared/contract/mailings'
import { AppError } from '@shared/errors'
import { buildMailing, mailingFileName } from '@shared/papers/mailing/build'
import { fillText } from '@shared/papers/mailing/fill-text'
import { writeFileAtomically } from '../../../files/atomic-file'
import type { JobContext } from '../../context'
import type { WordFile } from '../../documents/docx/merge/word-file'
import { asBroken } from '../../templates/refusals'
import { type KeptTemplate, templateFile } from '../../templates/store'
import { freeNames, safeName } from './file-names'

/**
 * Letters as one file or as a file for each. All are made before the first is written, so that a stopped job leaves
 * nothing. @throws AppError `no-recipients`, `template-broken`, `not-found` and as `writeFileAtomically`
 */
export async function writeMailing(
  context: JobContext,
  { id, separately, uids, out }: Parsed<'papers.mailing'>,
): Promise<{ file: string; files: number }> {
  const { mailing } = await context.query('mailings.get', { id })
  const all = await context.query('mailings.values', { mailing })
  const wanted = uids === null ? all : all.filter(({ uid }) => uids.includes(uid))
  if (wanted.length === 0) {
    throw new AppError(
      'no-recipients',
      'Получателей нет: некому печатать. Добавьте школы, библиотекарей или впишите имена.',
      'recipients',
    )
  }
  const maker = await makerOf(context, mailing, all)
  if (!separately) {
    await writeFileAtomically(out, await maker.whole(wanted))
    return { file: out, files: 1 }
  }
  const names = freeNames(wanted.map(({ label }) => label))
  const made: { name: string; content: Buffer }[] = []
  for (const [index, recipient] of wanted.entries()) {
    context.progress(index, wanted.length, recipient.label)
    made.push({ name: `${names[index] ?? ''}.docx`, content: await maker.one(recipient) })
  }
  context.progress(wanted.length, wanted.length, 'Файлы')
  const folder = await newFolder(out, safeName(mailingFileName(mailing)))
  for (const { name, content } of made) await writeFile(join(folder, name), content)
  return { file: folder, files: made.length }
}

interface Maker {
  whole(recipients: readonly MailingValues[]): Promise<Buffer>
  one(recipient: MailingValues): Promise<Buffer>
}

async function makerOf(context: JobContext, mailing: Mailing, all: readonly MailingValues[]): Promise<Maker> {
  const profile = await context.query('profile.get', {})
  const { paperToDocx } = await import('../../documents/docx/writer')
  if (mailing.templateId === null) {
    const whole = (recipients: readonly MailingValues[]): Promise<Buffer> => {
      context.checkCancelled()
      return paperToDocx(buildMailing({ mailing, recipients, profile }))
    }
    return { whole, one: (recipient) => whole([recipient]) }
  }
  const template = templateFile(context.raw, mailing.templateId)
  const { loops } = template
  const { inTemplate, Joined } = await import('../../documents/docx/merge/in-template')
  const { filledFile } = await import('../../documents/docx/merge/fill')
  const { WordFile: Opened } = await import('../../documents/docx/merge/word-file')
  const rows = all.map(({ values }, index) => ({
    ...values,
    '№': String(index + 1),
    'п/п': String(index + 1),
    '№ п/п': String(index + 1),
  }))
  const copyFor = async ({ values, tasks }: MailingValues): Promise<WordFile> => {
    context.checkCancelled()
    const fields = {
      ...values,
      кому: (values.кому ?? '').replaceAll('\n', ' '),
      адресат: (values.кому ?? '').replaceAll('\n', ' '),
      текст: fillText(mailing.text, values),
      ...(loops ? { школы: rows, получатели: rows, поручения: tasks } : {}),
    }
    try {
      if (!ourBody(template)) return await filledFile(template.content, fields)
      const paper = await paperToDocx(buildMailing({ mailing, recipients: [{ values }], profile, onLetterhead: true }))
      return await Opened.open(await inTemplate(template.content, fields, paper, { cover: template.kind === 'cover' }))
    } catch (error) {
      throw asBroken(error, template.name)
    }
  }
  return {
    one: async (recipient) => (await copyFor(recipient)).bytes(),
    async whole(recipients) {
      let joined: InstanceType<typeof Joined> | null = null
      for (const [index, recipient] of recipients.entries()) {
        context.progress(index, recipients.length, recipient.label)
        const copy = await copyFor(recipient)
        if (joined === null) joined = new Joined(copy)
        else joined.add(copy)
      }
      if (joined === null) throw new Error('Letters for nobody')
      return joined.bytes()
    },
  }
}

/** A letterhead gets the text of ours; a template of a letter is the letter. */
const ourBody = ({ kind, hasPlace }: KeptTemplate): boolean => hasPlace || kind === 'letterhead' || kind === 'cover'

/** A folder that was not there: nothing of hers is written over. */
async function newFolder(parent: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const folder = join(parent, number === 1 ? name : `${name} (${number})`)
    try {
      await mkdir(folder)
      return folder
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST' || number > 1000) {
        throw new AppError(
          'file-unwritable',
          `Папку «${name}» создать не удалось: проверьте, что папка для писем есть и в неё можно записывать.`,
          'out',
        )
      }
    }
  }
}
