import type { z } from 'zod'
import { appContract, shellContract } from './app'
import { associationsContract } from './associations'
import { calendarContract } from './calendar'
import type { CommandDefinition, Definition, JobDefinition, QueryDefinition, ShellDefinition } from './core'
import { deskContract } from './desk'
import { eventsContract } from './events'
import { exchangeContract } from './exchange'
import { gridContract } from './grid'
import { historyContract } from './history'
import { holdingsContract } from './holdings'
import { importsContract } from './imports'
import { librarianListsContract } from './librarian-lists'
import { librariansContract } from './librarians'
import { mailingsContract } from './mailings'
import { meetingsContract } from './meetings'
import { oldPapersContract } from './old-papers'
import { papersContract } from './papers'
import { plansContract } from './plans'
import { provisionContract } from './provision'
import { reportsContract } from './reports'
import { roadmapsContract } from './roadmaps'
import { schoolListsContract } from './school-lists'
import { schoolsContract } from './schools'
import { searchContract } from './search'
import { staffingContract } from './staffing'
import { templatesContract } from './templates'
import { textbooksContract } from './textbooks'
import { transfersContract } from './transfers'
import { writeOffContract } from './writeoff'
import { yearPapersContract } from './year-papers'

/** The whole contract: every call there is, by name. */
export const contract = {
  ...appContract,
  ...shellContract,
  ...schoolsContract,
  ...schoolListsContract,
  ...librariansContract,
  ...staffingContract,
  ...librarianListsContract,
  ...associationsContract,
  ...meetingsContract,
  ...papersContract,
  ...searchContract,
  ...deskContract,
  ...calendarContract,
  ...historyContract,
  ...gridContract,
  ...importsContract,
  ...textbooksContract,
  ...holdingsContract,
  ...provisionContract,
  ...exchangeContract,
  ...transfersContract,
  ...plansContract,
  ...writeOffContract,
  ...roadmapsContract,
  ...eventsContract,
  ...oldPapersContract,
  ...reportsContract,
  ...templatesContract,
  ...mailingsContract,
  ...yearPapersContract,
} as const

export type Contract = typeof contract
export type CallName = keyof Contract
export type Input<N extends CallName> = z.input<Contract[N]['input']>
export type Parsed<N extends CallName> = z.output<Contract[N]['input']>
export type Output<N extends CallName> = z.output<Contract[N]['output']>

type NamesOf<K> = { [N in CallName]: Contract[N] extends K ? N : never }[CallName]
export type QueryName = NamesOf<QueryDefinition>
export type CommandName = NamesOf<CommandDefinition>
export type JobName = NamesOf<JobDefinition>
export type ShellName = NamesOf<ShellDefinition>

/** The declaration of a call, or undefined when there is none of this name. */
export function definitionOf(name: string): Definition | undefined {
  return Object.hasOwn(contract, name) ? (contract as Record<string, Definition>)[name] : undefined
}
