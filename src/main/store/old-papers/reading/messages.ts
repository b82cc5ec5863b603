import type { Original, PaperKind, Understood } from '@shared/contract/old-papers'
import type { TemplateKind, TemplateReport } from '@shared/contract/templates'
import type { IsoDate } from '@shared/domain/dates'

/** What the thread of papers is asked. */
export type Question =
  | { do: 'read'; file: string; as: PaperKind | null; today: IsoDate }
  /** Understands anew what has been read. */
  | { do: 'understand'; file: string; original: Original; as: PaperKind; today: IsoDate }
  /** A template with fields in braces: no old paper, but as foreign. */
  | { do: 'template'; file: string }

export type Answers = {
  read: PaperRead
  understand: Understood | null
  template: TemplateRead
}

export interface TemplateRead {
  /** The file in base64. */
  content: string
  report: TemplateReport
  kind: TemplateKind
}

export interface PaperRead {
  original: Original
  /** null: neither a protocol nor a road map by its look. */
  understood: Understood | null
  /** SHA-256 of the file's bytes. */
  hash: string
}
