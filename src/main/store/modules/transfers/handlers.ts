import { listWindow } from '../../lists/list'
import type { Handlers } from '../../module'
import { flows } from './flows'
import { transferLineSource, transferSource } from './list'
import { writeTransferAct } from './paper'
import { readTransfer } from './read'
import { removeTransfer, saveTransfer } from './save'
import { agree, back, cancel, giveBack, hand, issue, linkMeeting, receive } from './steps'

export const transferHandlers = {
  'transfers.list': (context, query) => listWindow(context, transferSource, query),
  'transferLines.list': (context, query) => listWindow(context, transferLineSource, query),
  'transfers.get': ({ raw }, { id }) => readTransfer(raw, id),
  'transfers.save': (context, { id, revision, transfer }) => saveTransfer(context, id, revision, transfer),
  'transfers.remove': (context, { id }) => {
    removeTransfer(context, id)
    return {}
  },
  'transfers.agree': agree,
  'transfers.hand': hand,
  'transfers.receive': receive,
  'transfers.return': giveBack,
  'transfers.back': back,
  'transfers.cancel': cancel,
  'transfers.issue': issue,
  'transfers.linkMeeting': (context, { ids, meetingId }) => {
    linkMeeting(context, ids, meetingId)
    return {}
  },
  'transfers.flows': (context, { from, to }) => flows(context, from, to),
  'papers.transferAct': writeTransferAct,
} satisfies Handlers
