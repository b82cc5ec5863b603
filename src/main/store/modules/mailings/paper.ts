import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Parsed } from '@shared/contract'
import type { Mailing, MailingValues } from '@shared/contract/mailings'
import { AppError } from '@shared/errors'
import { buildMailing, mailingFileName } from '@shared/papers/mailing/build'
import { fillText } from '@shared/papers/mailing/fill-text'
import { writeFileAtomically } from '../../../files/atomic-file'
import type { JobContext } from '../../context'
import type { CopyOf } from '../../documents/docx/merge/copies'
import type { FieldValues } from '../../documents/docx/merge/fill'
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
  const template = mailing.templateId === null ? null : templateFile(context.raw, mailing.templateId)
  const { Copies } = await import('../../documents/docx/merge/copies')
  const rows = template?.loops === true ? all.map(asRow) : []
  const copies = new Copies({
    template: template?.content ?? null,
    cover: template?.kind === 'cover',
    shared: template?.loops === true ? { школы: rows, получатели: rows } : {},
  })
  const copyFor = ({ values, tasks }: MailingValues): CopyOf => {
    context.checkCancelled()
    const to = (values.кому ?? '').replaceAll('\n', ' ')
    const onLetterhead = template !== null
    return {
      fields: { ...values, кому: to, адресат: to, текст: fillText(mailing.text, values), поручения: tasks },
      paper:
        template === null || ourBody(template)
          ? buildMailing({ mailing, recipients: [{ values }], profile, onLetterhead })
          : null,
    }
  }
  const refused = (error: unknown): unknown => (template === null ? error : asBroken(error, template.name))
  return {
    async one(recipient) {
      try {
        return await copies.bytes(copyFor(recipient))
      } catch (error) {
        throw refused(error)
      }
    },
    async whole(recipients) {
      if (template === null) {
        const { paperToDocx } = await import('../../documents/docx/writer')
        return paperToDocx(buildMailing({ mailing, recipients, profile }))
      }
      const { Joined } = await import('../../documents/docx/merge/in-template')
      try {
        let joined: InstanceType<typeof Joined> | null = null
        for (const [index, recipient] of recipients.entries()) {
          context.progress(index, recipients.length, recipient.label)
          const copy = await copies.file(copyFor(recipient))
          if (joined === null) joined = new Joined(copy)
          else joined.add(copy)
        }
        if (joined === null) throw new Error('Letters for nobody')
        context.progress(recipients.length, recipients.length, 'Файл')
        return await joined.bytes()
      } catch (error) {
        throw refused(error)
      }
    },
  }
}

const asRow = ({ values }: MailingValues, index: number): FieldValues => {
  const number = String(index + 1)
  return { ...values, '№': number, 'п/п': number, '№ п/п': number }
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
