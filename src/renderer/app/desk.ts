import type { PluralForms } from '@shared/domain/text/plural'
import type { AppModule } from './modules'

/** How the window shows one kind of what waits on the desk; the module that brings the kind says it. */
export interface DeskKind {
  /** As the module's source in the store names it. */
  kind: string
  title: string
  icon: AppModule['icon']
  /** `danger` stands first, then `warning`. */
  tone: 'danger' | 'warning' | 'plain'
  /** «3 поручения». */
  forms: PluralForms
  /** The whole list, with the filter that shows exactly these. */
  path: string
  pathTitle: string
  /** One step finishes it: the button, and what is said then. */
  step?: { title: string; done: string }
}
