import type { Report, ReportSection, SectionSpec } from '@shared/contract/reports'
import { createContext, useContext } from 'react'
import type { LiveDocument } from '../../../app/useDocumentEditing'
import type { Place, Step } from '../model/steps'

/** A number of the report: the section it stands in, its part and its key there. */
export interface FigureAddress {
  section: string
  part: string
  key: string
  /** Of a submitted report: as the data say now, not as it was submitted. */
  live?: boolean
}

/** What the panes of the composer share. It changes only when the report is locked or opened: typing draws none of them anew. */
export interface Composer {
  readOnly: boolean
  catalogue: readonly SectionSpec[]
  /** Makes a piece or a section the one being worked on. */
  show: (place: Place, options?: { focus?: boolean }) => void
  /** A letter typed into a field that draws `live`. */
  type: (step: Step) => void
  change: (step: Step) => void
  commit: (step: Step) => void
  /** Takes it away, with «Отменить» beside the message. */
  remove: (place: Place) => void
  /** Shows the rows a number counts. */
  trace: (figure: FigureAddress) => void
  /** As it is now: the drawn report may be some letters behind. */
  live: LiveDocument<Report>
}

export const ComposerContext = createContext<Composer | null>(null)

export function useComposer(): Composer {
  const value = useContext(ComposerContext)
  if (!value) throw new Error('useComposer outside the composer')
  return value
}

/** A piece in words: «Таблица заседаний», «Мой текст: В этом году…». */
export function pieceName(section: ReportSection, uid: string, catalogue: readonly SectionSpec[]): string {
  const piece = section.pieces.find((one) => one.uid === uid)
  if (!piece) return ''
  if (piece.part === '') {
    const [first = ''] = piece.text.trim().split('\n')
    return first === '' ? 'Мой текст (пусто)' : first.length > 60 ? `${first.slice(0, 58)}…` : first
  }
  if (piece.title !== '') return piece.title
  const spec = catalogue.find((one) => one.kind === section.kind)
  return spec?.parts.find((part) => part.key === piece.part)?.title ?? 'Часть, которой в программе больше нет'
}
