import { AppError } from '@shared/errors'
import type { Handlers } from '../module'

const unbuilt = (): never => {
  throw new AppError('internal', 'Загрузка старых документов ещё не готова.')
}

/** Old protocols and road maps coming in. */
export const oldPaperHandlers = {
  'oldPapers.read': unbuilt,
  'oldPapers.list': unbuilt,
  'oldPapers.get': unbuilt,
  'oldPapers.of': unbuilt,
  'oldPapers.update': unbuilt,
  'oldPapers.understand': unbuilt,
  'oldPapers.save': unbuilt,
  'oldPapers.dismiss': unbuilt,
  'oldPapers.stage': unbuilt,
} satisfies Handlers
