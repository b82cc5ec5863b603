import type { DeskItem } from '@shared/contract/desk'
import type { CommandContext, QueryContext } from '../context'

export interface DeskEntry extends DeskItem {
  /** «decision-overdue»; the window's module says how it is named and where its whole list is. */
  kind: string
}

/** What a module brings to the desk. It stands in the module's own room and is named in `desk/all.ts`. */
export interface DeskSource {
  /** All it can bring; no two sources bring the same. */
  kinds: readonly string[]
  /** What waits today; of each kind the most pressing first. */
  items(context: QueryContext): Promise<readonly DeskEntry[]> | readonly DeskEntry[]
  /** Kinds that one step finishes, and the step. @throws AppError as the card's own command */
  done?: Readonly<Record<string, (context: CommandContext, id: number, uid: string | null) => Promise<void>>>
}

/** The day shown beside an entry: of one that is late in one of several terms, the next term still ahead would only confuse. */
export function shownDay(state: string, deadline: string | null, today: string): string | null {
  return state === 'overdue' && deadline !== null && deadline >= today ? null : deadline
}
