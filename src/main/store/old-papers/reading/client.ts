import type { Original, PaperKind, Understood } from '@shared/contract/old-papers'
import type { IsoDate } from '@shared/domain/dates'
import { ThreadPool } from '../../foreign/reading-thread'
import type { Answers, PaperRead, Question, TemplateRead } from './messages'
import { asRefusal, gaveUp } from './refusals'

const readers = new ThreadPool<Question, Answers>({ script: 'paper-reader.js', gaveUp })

/**
 * Reads a paper and understands it, in a thread of its own. `as` null: as what it looks like; `today` dates what the paper
 * does not. @throws AppError `file-missing`, `file-unreadable`, `file-too-big`
 */
export async function readPaper(file: string, as: PaperKind | null, today: IsoDate): Promise<PaperRead> {
  return asked(file, { do: 'read', file, as, today })
}

/** Understands a kept original anew, as another kind; `file` is its name, for the sentence of a refusal. */
export async function understandAgain(
  file: string,
  original: Original,
  as: PaperKind,
  today: IsoDate,
): Promise<Understood | null> {
  return asked(file, { do: 'understand', file, original, as, today })
}

/** Reads a template of papers and judges its fields, in the same thread. @throws as `readPaper` */
export async function readForeignTemplate(file: string): Promise<TemplateRead> {
  return asked(file, { do: 'template', file })
}

async function asked<N extends Question['do']>(
  file: string,
  question: Extract<Question, { do: N }>,
): Promise<Answers[N]> {
  const reader = readers.take(file)
  try {
    return await reader.ask<N>(question)
  } catch (error) {
    throw asRefusal(error, file)
  } finally {
    readers.giveBack(reader)
  }
}
