/** The address without spaces around and with its domain in lower case. */
export function normalizeEmail(text: string): string {
  const clean = text.trim()
  const at = clean.lastIndexOf('@')
  return at < 0 ? clean : clean.slice(0, at) + clean.slice(at).toLowerCase()
}

const LOCAL = /^[^\s@<>(),;:"«»]+$/u
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}$/u

/** What is wrong with an e-mail address, as a Russian sentence; null when it can be one. Cyrillic domains are allowed. */
export function emailProblem(text: string): string | null {
  const clean = normalizeEmail(text)
  const parts = clean.split('@')
  const [local = '', domain = ''] = parts
  if (parts.length !== 2) return `Адрес почты «${clean}»: нужен один знак @. Запишите адрес как school15@mail.ru.`
  if (!LOCAL.test(local) || local.startsWith('.') || local.endsWith('.') || local.includes('..')) {
    return `Адрес почты «${clean}»: ошибка до знака @. Уберите пробелы и лишние знаки.`
  }
  if (!DOMAIN.test(domain)) return `Адрес почты «${clean}»: после @ нужно имя вида mail.ru. Проверьте адрес.`
  return null
}

export function isEmail(text: string): boolean {
  return emailProblem(text) === null
}
