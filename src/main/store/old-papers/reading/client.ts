import type { Original, PaperKind, Understood } from '@shared/contract/old-papers'
import type { IsoDate } from '@shared/domain/dates'
import { understand } from '../understand'
import { readOriginal } from './read-original'

/** Reads and understands one paper. @throws AppError `file-missing`, `file-unreadable`, `file-too-big` */
export async function readPaper(
  file: string,
  as: PaperKind | null,
  today: IsoDate,
): Promise<{ original: Original; understood: Understood | null; hash: string }> {
  const { original, hash } = await readOriginal(file)
  return { original, understood: understand(original, as, today), hash }
}
