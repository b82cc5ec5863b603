import type { CommandContext } from '../../context'
import { closeGroup, openGroup } from '../../database/journal'
import { redoNext, undoLast, undoStack } from '../../database/undo'
import type { Handlers } from '../../module'
import { recordHistory } from './record'

export const historyHandlers = {
  'history.stack': ({ raw }) => undoStack(raw),
  'history.record': ({ raw }, { record, id, limit }) => recordHistory(raw, record, id, limit),
  'history.undo': (context) => step(context, 'undo'),
  'history.redo': (context) => step(context, 'redo'),
} satisfies Handlers

/** Undo and redo are journaled as groups of their own, so that history tells of them and redo can revert an undo. */
function step(context: CommandContext, kind: 'undo' | 'redo'): { title: string } {
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
