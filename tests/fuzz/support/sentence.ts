import type { Failure } from '@shared/errors'
import { expect } from 'vitest'

/** What programs and formats are called may stand in a sentence in Latin letters. */
const names = /«[^»]*»|\.?(docx?|txt|rtf|odt|xlsx?|xlsb|ods|csv)|Excel|CSV|PDF|Word|Pages|XML|Numbers|LibreOffice/gu

/** What, where and what to do, in Russian, with nothing of a library's own words. */
export function sentenceIn(failure: Failure, file: string, codes: readonly string[], hint = ''): void {
  expect(codes, `${hint} ${failure.message}`).toContain(failure.code)
  expect(failure.message, hint).toMatch(/^[«А-ЯЁ].*[.]$/su)
  expect(failure.message, hint).toContain(file)
  expect(failure.message.replace(names, ''), hint).not.toMatch(/[a-z]{3,}/iu)
}
