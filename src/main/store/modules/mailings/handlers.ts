import type { Mailing } from '@shared/contract/mailings'
import { readProfile } from '../../database/profile'
import { listWindow } from '../../lists/list'
import type { Handlers } from '../../module'
import { blankMailing, nextNumber } from './blank'
import { mailingValues } from './facts'
import { mailingSource } from './list'
import { writeMailing } from './paper'
import { readMailing } from './read'
import { recipientsFrom } from './recipients'
import { removeMailing, saveMailing } from './save'

/** Letters to schools and certificates of thanks. */
export const mailingHandlers = {
  'mailings.list': (context, query) => listWindow(context, mailingSource, query),
  'mailings.get': ({ raw }, { id }) => readMailing(raw, id),
  'mailings.blank': (context, { kind, eventId }) => blankMailing(context, kind, eventId),
  'mailings.nextNumber': (context, { date }) => ({ number: nextNumber(context, date) }),
  'mailings.recipients': (context, { source }) => recipientsFrom(context, source),
  'mailings.values': (context, { mailing, limit }) => {
    const whole: Mailing = { ...mailing, recipients: mailing.recipients.slice(0, limit) }
    return mailingValues(context, whole, readProfile(context.raw, context.today()))
  },
  'mailings.save': (context, { id, revision, mailing }) => saveMailing(context, id, revision, mailing),
  'mailings.remove': (context, { id }) => {
    removeMailing(context, id)
    return {}
  },
  'papers.mailing': (context, input) => writeMailing(context, input),
} satisfies Handlers
