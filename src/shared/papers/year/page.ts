import type { Profile } from '../../contract/app'
import type { PageSetup } from '../model'

/** Wide tables that run over pages. */
export function landscape(_: Profile): PageSetup {
  return { orientation: 'landscape', marginsMm: { left: 20, right: 10, top: 20, bottom: 15 }, numberedFromFirst: true }
}
