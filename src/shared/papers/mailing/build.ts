import type { Profile } from '../../contract/app'
import type { Mailing, MailingValues } from '../../contract/mailings'
import { formatDate } from '../../domain/dates'
import { line, signature, signed, twoEnds } from '../block-makers'
import { framed } from '../frame'
import { type Block, columnsOf, type PageSetup, type Paper } from '../model'
import { capitalised, printable, quoted } from '../text'
import { fillText } from './fill-text'

/** Letters and certificates of thanks in our own look, each recipient on a page of her own. */

export interface MailingPaper {
  mailing: Pick<Mailing, 'kind' | 'title' | 'date' | 'number' | 'text' | 'signerName' | 'signerPosition'>
  recipients: readonly Pick<MailingValues, 'values'>[]
  profile: Profile
  /** On a letterhead of her own: it has the sender, the date and the number already. */
  onLetterhead?: boolean
}

export function buildMailing({ mailing, recipients, profile, onLetterhead = false }: MailingPaper): Paper {
  const page: PageSetup = {
    orientation: 'portrait',
    marginsMm: { left: profile.papers.leftMarginMm, right: 10, top: 20, bottom: 20 },
  }
  const blocks = recipients.flatMap(({ values }, index): Block[] => [
    ...(index === 0 ? [] : [{ kind: 'page-break' } as const]),
    ...(mailing.kind === 'letter'
      ? letter(mailing, values, profile, page, onLetterhead)
      : certificate(mailing, values, profile, onLetterhead)),
  ])
  return framed(profile, {
    title: mailing.title === '' ? titleOf(mailing.kind) : mailing.title,
    subject: titleOf(mailing.kind),
    keywords: '',
    page,
    tablePt: 12,
    blocks,
  })
}

const titleOf = (kind: Mailing['kind']): string => (kind === 'letter' ? 'Письмо' : 'Благодарность')

type Said = MailingPaper['mailing']
type Values = Readonly<Record<string, string>>

function letter(mailing: Said, values: Values, profile: Profile, page: PageSetup, onLetterhead: boolean): Block[] {
  const to = (values.кому ?? '').split('\n')
  const [left, right] = columnsOf(page, [1, 1])
  const sender = onLetterhead
    ? []
    : [
        ...[profile.authority, profile.municipality].filter((one) => one !== ''),
        `от ${formatDate(mailing.date, 'digits')}${mailing.number === '' ? '' : ` № ${mailing.number}`}`,
      ]
  const head: Block[] = onLetterhead
    ? to.map((one) => line('corner', one))
    : [twoEnds([left ?? 0, right ?? 0], sender, to)]
  const greeting = values.обращение ?? ''
  const text = [
    ...head,
    space(14),
    ...(mailing.title === '' ? [] : [line('attribute', mailing.title), space(14)]),
    ...(greeting === '' ? [] : [line('attribute', greeting, { align: 'center', keepNext: true }), space(8)]),
    ...paragraphs(fillText(mailing.text, values)),
  ]
  return signed(text, signatures(mailing))
}

function certificate(mailing: Said, values: Values, profile: Profile, onLetterhead: boolean): Block[] {
  const who = values['фио дательный'] ?? ''
  const post = [values['должность дательный'] ?? '', values.школа ?? ''].filter((part) => part !== '').join(' ')
  const reason = values['за что'] ?? ''
  const text: Block[] = [
    ...(onLetterhead
      ? []
      : [space(90), line('subtitle', profile.authority), line('subtitle', profile.municipality), space(60)]),
    line('title', 'БЛАГОДАРНОСТЬ'),
    space(30),
    ...(who === '' ? [] : [line('subtitle', `${who}${post === '' ? '' : ','}`)]),
    ...(post === '' ? [] : [line('attribute', post, { align: 'center' })]),
    space(24),
    ...(reason === ''
      ? []
      : [line('attribute', /^за\s/iu.test(reason) ? reason : `за ${reason}`, { align: 'center' }), space(14)]),
    ...paragraphs(fillText(mailing.text, values)),
    space(60),
  ].filter((block) => block.kind !== 'paragraph' || block.runs.some((run) => run.text !== ''))
  return [
    ...signed(text, signatures(mailing)),
    space(24),
    line('attribute', `${formatDate(mailing.date, 'words')}${mailing.number === '' ? '' : `, № ${mailing.number}`}`, {
      align: 'center',
    }),
  ]
}

const space = (heightPt: number): Block => ({ kind: 'spacer', heightPt })

function paragraphs(text: string): Block[] {
  return text
    .split(/\n+/u)
    .map(printable)
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => line('body', paragraph))
}

function signatures(mailing: Said): Block[] {
  if (mailing.signerName === '' && mailing.signerPosition === '') return []
  return [signature(capitalised(printable(mailing.signerPosition)), [mailing.signerName])]
}

/** «Письма «О сверке учебников»»: name of the file or the folder. */
export function mailingFileName(mailing: Pick<Mailing, 'kind' | 'title'>): string {
  return `${mailing.kind === 'letter' ? 'Письма' : 'Благодарности'} ${quoted(mailing.title)}`
}
