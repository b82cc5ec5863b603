import { AppError } from '@shared/errors'
import type { Handlers } from '../../module'

const notBuilt = (): never => {
  throw new AppError('internal', 'Ещё не готово.')
}

export const writeOffHandlers = {
  'writeOffs.list': notBuilt,
  'writeOffLines.list': notBuilt,
  'writeOffs.get': notBuilt,
  'writeOffs.blank': notBuilt,
  'writeOffs.save': notBuilt,
  'writeOffs.remove': notBuilt,
  'writeOffs.book': notBuilt,
  'writeOffs.reverse': notBuilt,
  'writeOffs.candidates': notBuilt,
  'writeOffs.draft': notBuilt,
  'writeOffCampaigns.list': notBuilt,
  'writeOffCampaigns.get': notBuilt,
  'writeOffCampaigns.save': notBuilt,
  'writeOffCampaigns.remove': notBuilt,
  'papers.writeOffAct': notBuilt,
  'papers.writeOffSummary': notBuilt,
} satisfies Handlers
