import { formatIsbn } from '@shared/domain/isbn'

/** A right ISBN of a number of six figures, hyphenated; of numbers from 120001 on publishers that do not exist. */
export function isbnOf(number: number): string {
  const body = `978500${number}`
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (1 + 2 * (at % 2)), 0)
  return formatIsbn(`${body}${(10 - (sum % 10)) % 10}`)
}
