import type { FromStore, ToStore } from '../../src/main/protocol'

/**
 * A store without data that speaks the protocol of the real one: what the transports are tested with. Runs under any Node,
 * as a utility process or forked; the input of a call says what to do.
 */
type Order =
  | { do: 'echo'; value: unknown }
  | { do: 'wait'; ms: number; value: unknown }
  | { do: 'fail'; message: string }
  | { do: 'throw' }
  | { do: 'die' }
  /** Dies the first time and answers the second: what a query that is asked again sees. */
  | { do: 'die-once'; mark: string; value: unknown }
  /** Dies the first time; then answers under which names it was asked for, by `mark`. */
  | { do: 'operations'; mark: string }
  /** A list of so many rows and columns, made beforehand: what the way of an answer costs without any query. */
  | { do: 'list'; rows: number; columns: number }
  | { do: 'never' }
  | { do: 'changed'; topics: string[] }
  | { do: 'pid' }

interface UtilityPort {
  postMessage(message: unknown): void
  on(event: 'message', handler: (event: { data: ToStore }) => void): void
}

const { existsSync, readFileSync, rmSync, writeFileSync } = process.getBuiltinModule?.('node:fs') ?? require('node:fs')
const utility = (process as unknown as { parentPort?: UtilityPort }).parentPort
const send = (message: FromStore): void => {
  if (utility) utility.postMessage(message)
  else process.send?.(message)
}

function answer(id: number, value: unknown): void {
  send({ type: 'answer', id, answer: JSON.stringify({ ok: true, value }) })
}

let made: { key: string; value: unknown } = { key: '', value: null }
function list(rows: number, columns: number): unknown {
  const key = `${rows} × ${columns}`
  if (made.key !== key) {
    const row = (n: number): [string, unknown][] =>
      Array.from({ length: columns }, (_, m) => [`поле${m}`, m % 3 === 0 ? n * m : `МБОУ СОШ № ${n} посёлка ${m}`])
    made = { key, value: { rows: Array.from({ length: rows }, (_, n) => Object.fromEntries(row(n))), total: rows } }
  }
  return made.value
}

function operations(id: number, mark: string, operation: string): void {
  const before = existsSync(mark) ? readFileSync(mark, 'utf8') : null
  if (before !== null) {
    rmSync(mark)
    answer(id, [before, operation])
  } else {
    writeFileSync(mark, operation)
    process.exit(7)
  }
}

function obey(id: number, order: Order, operation: string | undefined): void {
  switch (order.do) {
    case 'echo':
      answer(id, order.value)
      return
    case 'wait':
      setTimeout(() => answer(id, order.value), order.ms)
      return
    case 'fail':
      send({
        type: 'answer',
        id,
        answer: JSON.stringify({ ok: false, error: { code: 'conflict', message: order.message, path: 'a.b' } }),
      })
      return
    case 'throw':
      throw new Error('thrown on order')
    case 'die':
      process.exit(7)
      return
    case 'die-once':
      if (existsSync(order.mark)) answer(id, order.value)
      else {
        writeFileSync(order.mark, '')
        process.exit(7)
      }
      return
    case 'operations':
      operations(id, order.mark, operation ?? '')
      return
    case 'list':
      answer(id, list(order.rows, order.columns))
      return
    case 'never':
      return
    case 'changed':
      send({ type: 'changed', topics: order.topics })
      answer(id, null)
      return
    case 'pid':
      answer(id, process.pid)
  }
}

function receive(message: ToStore): void {
  switch (message.type) {
    case 'open':
      if (process.env.ECHO_DIES_AT_START === '1') process.exit(9)
      send({ type: 'ready' })
      return
    case 'call':
      obey(message.id, message.input as Order, message.operation)
      return
    case 'restore':
      answer(message.id, message.file)
      send({ type: 'ready' })
      return
    case 'close':
      send({ type: 'closed' })
  }
}

if (utility) utility.on('message', (event) => receive(event.data))
else {
  process.on('message', (message) => receive(message as ToStore))
  process.on('disconnect', () => process.exit(0))
}
