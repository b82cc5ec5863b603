import type { Original } from '@shared/contract/old-papers'
import { savedOtherwise } from '../refusals'

/** An old .doc. */
export function readDoc(_bytes: Buffer, file: string): Original {
  throw savedOtherwise(
    file,
    'документ Word 97–2003',
    'Откройте его в Word и сохраните как «Документ Word (.docx)», затем загрузите снова.',
  )
}
