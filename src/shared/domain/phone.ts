/**
 * A Russian phone number for display: «8 (421) 234 56 78», «+7 421 2345678» → «+7 (421) 234-56-78»; a code in brackets
 * keeps its length: «8(86347)2-35-45» → «+7 (86347) 2-35-45»; a short local number → «2-35-45»; «доб. 12» is kept.
 * Several numbers, or what is no number, come back as typed (trimmed): the display must never lose what was entered.
 */
export function formatPhone(text: string): string {
  const clean = text.replace(/\s+/gu, ' ').trim()
  const [, main = clean, extension = ''] =
    /^(.*?)[ ,;]*(?:доб(?:\.|авочный)?|вн\.?) *:? *(\d{1,6})$/iu.exec(clean) ?? []
  if (!/^[+\d ().\-–—]+$/u.test(main)) return clean
  const shown = shownNumber(main)
  if (shown === null) return clean
  return extension === '' ? shown : `${shown} доб. ${extension}`
}

function shownNumber(main: string): string | null {
  const digits = main.replace(/\D/gu, '')
  if (digits.length >= 5 && digits.length <= 7) return /\(/u.test(main) ? null : local(digits)
  const national = nationalDigits(digits, main.startsWith('+'))
  if (national === null) return null
  const code = /\((\d{3,5})\)/u.exec(main)?.[1] ?? national.slice(0, 3)
  return national.startsWith(code) ? `+7 (${code}) ${local(national.slice(code.length))}` : null
}

/** The ten digits after +7; null when there are not ten. */
function nationalDigits(digits: string, international: boolean): string | null {
  if (digits.length === 10 && !international) return digits
  return digits.length === 11 && /^[78]/u.test(digits) && !(international && digits.startsWith('8'))
    ? digits.slice(1)
    : null
}

/** «2345678» → «234-56-78», «23545» → «2-35-45». */
function local(digits: string): string {
  const head = digits.slice(0, digits.length - 4)
  return [head, digits.slice(-4, -2), digits.slice(-2)].filter((part) => part !== '').join('-')
}

/** Whether the text is one complete Russian number (ten digits after +7 or 8). */
export function isPhone(text: string): boolean {
  return formatPhone(text).startsWith('+7 (')
}
