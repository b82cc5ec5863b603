import type { PersonName } from './names'

/**
 * A person as running text names her in any case: «Ромашкину О.П.», «О. П. Ромашкиной», «Ольга Петровна Ромашкина», and the surname by
 * itself. Finds every occurrence (`g`), whatever its letters' case.
 */
export function namePattern({ surname, given, patronymic }: PersonName): RegExp {
  // «Анна» is «Анну», «Илья» «Илью»: a short name loses its last letter too where that is no part of the stem.
  const declined = (part: string): string =>
    `${escaped(part.length > 4 || /[аяьй]$/u.test(part) ? part.slice(0, -1) : part)}\\p{L}{0,3}`
  const initial = (part: string): string => (part === '' ? '' : `${escaped(part.charAt(0))}\\.?`)
  const short = `${initial(given)}\\s*${initial(patronymic)}`
  const long = [given, patronymic]
    .filter((part) => part !== '')
    .map(declined)
    .join('\\s+')
  const names = `(?:${long}|${short})`
  const last = declined(surname)
  return new RegExp(`(?<!\\p{L})(?:${names}\\s*${last}|${last}(?:\\s+${names}(?!\\p{L}))?)(?!\\p{L})`, 'giu')
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
