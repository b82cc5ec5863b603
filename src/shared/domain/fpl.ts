/** Code of the federal list (ФПУ): up to seven levels with a trailing dot, `1.1.2.4.2.2.1.` */

/** As the list writes it; the text itself where it is no such code. */
export function formatFplCode(text: string): string {
  const key = fplKey(text)
  return key === '' ? text.trim() : `${key}.`
}

/** The figures with dots between, without the trailing one: equal codes are equal keys. Empty: no code. */
export function fplKey(text: string): string {
  const plain = text.replace(/\s/gu, '').replace(/,/gu, '.').replace(/\.+$/u, '')
  return /^\d{1,3}(?:\.\d{1,3}){2,7}$/.test(plain) ? plain : ''
}
