const WEIGHTS_10 = [2, 4, 10, 3, 5, 9, 4, 6, 8]
const WEIGHTS_11 = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
const WEIGHTS_12 = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]

function checkDigit(digits: readonly number[], weights: readonly number[]): number {
  return (weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0) % 11) % 10
}

/** Whether the text is an ИНН with right check digits: 10 digits of an organisation or 12 of a person (rule of the ФНС). */
export function isInn(text: string): boolean {
  return innProblem(text) === null
}

/** What is wrong with an ИНН, as a Russian sentence; null when it is right. Spaces around are allowed. */
export function innProblem(text: string): string | null {
  const clean = text.trim()
  if (!/^\d+$/u.test(clean)) return `ИНН «${clean}»: допустимы только цифры. Введите 10 цифр ИНН организации.`
  if (clean.length !== 10 && clean.length !== 12) {
    return `ИНН «${clean}»: цифр ${clean.length}, а нужно 10 (организация) или 12 (физическое лицо). Проверьте номер.`
  }
  const digits = Array.from(clean, Number)
  const right =
    clean.length === 10
      ? digits[9] === checkDigit(digits, WEIGHTS_10)
      : digits[10] === checkDigit(digits, WEIGHTS_11) && digits[11] === checkDigit(digits, WEIGHTS_12)
  return right ? null : `ИНН «${clean}»: контрольная цифра не сходится, в номере опечатка. Сверьте его с документом.`
}
