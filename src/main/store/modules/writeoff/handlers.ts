import { readSetting, writeSetting } from '../../database/settings'
import { listWindow } from '../../lists/list'
import type { Handlers } from '../../module'
import { blankWriteOff } from './blank'
import { bookWriteOff, reverseWriteOff } from './book'
import { campaignSchools, readCampaign, removeCampaign, saveCampaign } from './campaigns'
import { findCandidates } from './candidates'
import { draftWriteOffs } from './draft'
import { defaultWriteOffForm } from './form'
import { writeOffCampaignSource, writeOffLineSource, writeOffSource } from './list'
import { writeOffPapers } from './papers'
import { readWriteOff } from './read'
import { removeWriteOff, saveWriteOff } from './save'

export const writeOffHandlers = {
  ...writeOffPapers,
  'writeOffs.list': (context, query) => listWindow(context, writeOffSource, query),
  'writeOffLines.list': (context, query) => listWindow(context, writeOffLineSource, query),
  'writeOffs.get': ({ raw }, { id }) => readWriteOff(raw, id),
  'writeOffs.blank': ({ raw }, { schoolId, date, campaignId }) => blankWriteOff(raw, schoolId, date, campaignId),
  'writeOffs.save': (context, { id, revision, writeOff }) => saveWriteOff(context, id, revision, writeOff),
  'writeOffs.remove': (context, { id }) => {
    removeWriteOff(context, id)
    return {}
  },
  'writeOffs.book': (context, { id, revision }) => bookWriteOff(context, id, revision),
  'writeOffs.reverse': (context, { id, revision, on }) => reverseWriteOff(context, id, revision, on),
  'writeOffs.candidates': ({ trx }, { rule, schoolIds, limit }) => findCandidates(trx, rule, schoolIds, limit),
  'writeOffs.draft': (context, input) => ({ ids: draftWriteOffs(context, input) }),

  'writeOffCampaigns.list': (context, query) => listWindow(context, writeOffCampaignSource, query),
  'writeOffCampaigns.get': async (context, { id }) => {
    const record = readCampaign(context.raw, id)
    return { ...record, schools: await campaignSchools(context, id, record.campaign) }
  },
  'writeOffCampaigns.save': (context, { id, revision, campaign }) => saveCampaign(context, id, revision, campaign),
  'writeOffCampaigns.remove': (context, { id }) => {
    removeCampaign(context, id)
    return {}
  },

  'writeOffs.form': ({ raw }) => ({ ...defaultWriteOffForm, ...readSetting(raw, 'writeOffForm', {}) }),
  'writeOffs.saveForm': ({ raw }, { form }) => {
    writeSetting(raw, 'writeOffForm', form)
    return {}
  },
} satisfies Handlers
