import type { CommandName, JobName, Output, Parsed, QueryName } from '@shared/contract'
import type { CommandContext, JobContext, QueryContext } from './context'

/** Handlers of one module by contract name; the types of each follow from the contract. */
export type Handlers = {
  [N in QueryName]?: (context: QueryContext, input: Parsed<N>) => Promise<Output<N>> | Output<N>
} & {
  [N in CommandName]?: (context: CommandContext, input: Parsed<N>) => Promise<Output<N>> | Output<N>
} & {
  [N in JobName]?: (context: JobContext, input: Parsed<N>) => Promise<Output<N>> | Output<N>
}

export type AnyHandler = (context: JobContext | CommandContext | QueryContext, input: unknown) => unknown
