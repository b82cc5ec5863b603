import type { Profile } from '@shared/contract/app'
import type { Paper } from '@shared/papers/model'
import { commonValues } from '@shared/papers/templates/common'
import { writeFileAtomically } from '../../files/atomic-file'
import type { JobContext } from '../context'
import { asBroken } from './refusals'
import { templateFile } from './store'

/** Where a paper goes: the full path, and the letterhead or cover it is put on. */
export interface PaperFile {
  out: string
  templateId: number | null
}

/**
 * The one way every paper becomes a file of Word: as it is, or in a template of the person. Writers are loaded with the first
 * paper: the store starts without them. @throws AppError `template-broken`, `not-found` and as `writeFileAtomically`
 */
export async function savePaper(
  context: JobContext,
  paper: Paper,
  { out, templateId }: PaperFile,
): Promise<{ file: string }> {
  const { paperToDocx } = await import('../documents/docx/writer')
  context.checkCancelled()
  const docx = await paperToDocx(paper)
  await writeFileAtomically(out, templateId === null ? docx : await onTemplate(context, paper.title, docx, templateId))
  return { file: out }
}

/** Any .docx of ours in a template: for papers made elsewhere (the annual report). @throws as `savePaper` */
export async function onTemplate(
  context: JobContext,
  title: string,
  docx: Uint8Array,
  templateId: number,
): Promise<Buffer> {
  const template = templateFile(context.raw, templateId)
  const profile: Profile = await context.query('profile.get', {})
  const { inTemplate } = await import('../documents/docx/merge/in-template')
  context.checkCancelled()
  try {
    return await inTemplate(template.content, commonValues(profile, context.today(), title), docx, {
      cover: template.kind === 'cover',
    })
  } catch (error) {
    throw asBroken(error, template.name)
  }
}
