import { eventDesk } from '../modules/events/desk'
import { exchangeDesk } from '../modules/exchange/desk'
import { librarianDesk } from '../modules/librarians/desk'
import { meetingDesk } from '../modules/meetings/desk'
import { roadmapDesk } from '../modules/roadmaps/desk'
import { transferDesk } from '../modules/transfers/desk'
import { writeOffDesk } from '../modules/writeoff/desk'
import type { DeskSource } from './source'

/** Who brings something to the desk; a module's own source is added here. */
export const deskSources: readonly DeskSource[] = [
  meetingDesk,
  roadmapDesk,
  transferDesk,
  writeOffDesk,
  exchangeDesk,
  eventDesk,
  librarianDesk,
]
