import type { Handlers } from '../module'
import { applyRun } from './apply'
import { prepare } from './comparing/prepare'
import { inspect } from './recognising/inspect'
import { previewOf } from './recognising/preview'
import { beginRun, choose, dropRun, findRun, finishRun, listRuns, readRows, runOf, stageRows } from './staging'
import { undoRun } from './undo'

/** Excel and CSV files coming in. */
export const importHandlers = {
  'imports.inspect': async (context, { file, ...wanted }) =>
    inspect(context, await previewOf(file, (text) => context.progress(0, null, text)), wanted),
  'imports.prepare': (context, input) => prepare(context, input),
  'imports.rows': (context, input) => readRows(context, input),
  'imports.choose': (context, input) => choose(context, input),
  'imports.apply': (context, { id, skipFaulty }) => applyRun(context, id, skipFaulty),
  'imports.undo': (context, { id }) => undoRun(context, id),
  'imports.get': ({ raw }, { id }) => runOf(findRun(raw, id)),
  'imports.list': (context, { limit }) => listRuns(context, limit),
  'imports.drop': (context, { id }) => dropRun(context, id),
  'imports.begin': (context, input) => beginRun(context, input),
  'imports.stage': (context, { id, rows }) => stageRows(context, id, rows),
  'imports.ready': (context, { id, counts }) => finishRun(context, id, counts),
} satisfies Handlers
