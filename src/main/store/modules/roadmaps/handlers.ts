import { AppError } from '@shared/errors'
import type { Handlers } from '../../module'

const unbuilt = (): never => {
  throw new AppError('internal', 'Дорожные карты ещё не готовы.')
}

/** Road maps and plans. */
export const roadmapHandlers = {
  'roadmaps.list': unbuilt,
  'roadmapItems.list': unbuilt,
  'roadmaps.get': unbuilt,
  'roadmaps.save': unbuilt,
  'roadmaps.remove': unbuilt,
  'roadmaps.mark': unbuilt,
  'roadmaps.markMany': unbuilt,
  'roadmaps.link': unbuilt,
  'roadmaps.linksOf': unbuilt,
  'roadmaps.blank': unbuilt,
  'roadmaps.prepareCopy': unbuilt,
  'roadmaps.decisions': unbuilt,
  'roadmaps.decide': unbuilt,
  'roadmaps.bars': unbuilt,
  'papers.roadmap': unbuilt,
  'papers.roadmapSheet': unbuilt,
  'papers.roadmapReport': unbuilt,
  'papers.roadmapYear': unbuilt,
} satisfies Handlers
