import { counted } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import type { CommandContext } from '../../context'
import { closeGroup, openGroup } from '../../database/journal'
import { redoNext, undoLast, undoStack, undoSteps } from '../../database/undo'
import type { Handlers } from '../../module'

type Direction = 'undo' | 'redo'

/** Undo and redo, one step or several. */
export const stepsHandlers = {
  'history.stack': ({ raw }) => undoStack(raw),
  'history.steps': ({ raw }, { limit }) => undoSteps(raw, limit),
  'history.undo': (context) => step(context, 'undo'),
  'history.redo': (context) => step(context, 'redo'),
  'history.undoTo': (context, input) => stepsTo(context, 'undo', input),
  'history.redoTo': (context, input) => stepsTo(context, 'redo', input),
} satisfies Handlers

/** Each step is a group of its own, so that history tells of them and redo can revert an undo. */
function step(context: CommandContext, kind: Direction): { title: string } {
  const { raw } = context
  const { undo, redo } = undoStack(raw)
  const target = kind === 'undo' ? undo : redo
  const title = `${kind === 'undo' ? 'Отменено' : 'Возвращено'}: ${target?.title ?? ''}`
  const groupId = openGroup(raw, {
    command: `history.${kind}`,
    title,
    author: context.author,
    at: context.now().toISOString(),
    kind,
    undo: 'step',
    targetId: target?.groupId ?? null,
  })
  const done = kind === 'undo' ? undoLast(raw) : redoNext(raw)
  context.touch(closeGroup(raw, groupId, title))
  return { title: done.title }
}

/** @throws AppError `not-found`, `undo-blocked`, `conflict` before anything is changed */
function stepsTo(
  context: CommandContext,
  kind: Direction,
  { groupId, count }: { groupId: number; count: number | null },
): { steps: number } {
  const steps = undoSteps(context.raw, null)
  const place = steps[kind].findIndex((one) => one.groupId === groupId)
  if (place < 0) {
    if (kind === 'undo' && steps.blocked !== null) throw new AppError('undo-blocked', steps.blocked)
    throw new AppError('not-found', 'Этого шага в списке уже нет: его отменили или вернули раньше.')
  }
  if (count !== null && count !== place + 1) {
    throw new AppError(
      'conflict',
      `Список тем временем изменился: теперь это ${counted(place + 1, ['действие', 'действия', 'действий'])}. Посмотрите его снова.`,
    )
  }
  for (let done = 0; done <= place; done++) step(context, kind)
  return { steps: place + 1 }
}
