import { AppError, type Failure } from '@shared/errors'
import { toFailure } from '@store/session'
import { CommanderError } from 'commander'
import type { Printed } from './context'
import type { CliIo } from './io'
import { buildProgram } from './program'
import { usageOf } from './russian'

/** Exit codes: 0 done, 1 refused or failed, 2 wrong usage. */
const failed = 1
const misused = 2

/** Runs one command line to its end and answers the exit code. Nothing is thrown. */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  const json = argv.includes('--json')
  let help = ''
  let finding: AppError | undefined
  const program = buildProgram(
    async (work) => {
      const printed: Printed = await work({ io, data: program.opts<{ data?: string }>().data })
      finding = printed.finding
      await io.out(json ? `${JSON.stringify(printed.json)}\n` : printed.text)
    },
    (text) => {
      help += text
    },
  )
  try {
    await program.parseAsync([...argv], { from: 'user' })
  } catch (thrown) {
    if (thrown instanceof CommanderError && thrown.exitCode === 0) {
      await io.out(help)
      return 0
    }
    return refuse(io, json, thrown instanceof CommanderError ? usageOf(thrown) : thrown)
  }
  return finding === undefined ? 0 : refuse(io, json, finding)
}

async function refuse(io: CliIo, json: boolean, thrown: unknown): Promise<number> {
  const failure: Failure = thrown instanceof AppError ? thrown.toFailure() : toFailure(thrown)
  await io.error(
    json
      ? `${JSON.stringify({ error: failure })}\n`
      : `${failure.message} [${[failure.code, failure.path].filter(Boolean).join(' ')}]\n`,
  )
  return failure.code === 'usage' ? misused : failed
}
