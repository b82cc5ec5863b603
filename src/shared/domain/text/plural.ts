const NBSP = '\u00A0'
/** Narrow no-break space between groups of three digits. */
const THIN = '\u202F'

/** Forms for 1, 2–4 and 5–20: `['школа', 'школы', 'школ']`. */
export type PluralForms = readonly [one: string, few: string, many: string]

/** The form that agrees with a number: 21 школа, 22 школы, 25 школ, 11 школ; a fraction takes the second («1,5 школы»). */
export function plural(n: number, forms: PluralForms): string {
  const [one, few, many] = forms
  if (!Number.isInteger(n)) return few
  const hundred = Math.abs(n) % 100
  const ten = hundred % 10
  if (hundred >= 11 && hundred <= 19) return many
  if (ten === 1) return one
  return ten >= 2 && ten <= 4 ? few : many
}

/** Number and word: «5 школ», «1 234 школы»; the space between does not break. */
export function counted(n: number, forms: PluralForms): string {
  return `${formatNumber(n)}${NBSP}${plural(n, forms)}`
}

/** «1 234 567» with thin spaces from four digits on, «−5» with a real minus, «0,25» with a comma. */
export function formatNumber(n: number): string {
  const [whole = '', fraction] = String(Math.abs(n)).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, THIN)
  return `${n < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`
}

/** A sum in kopecks as «1 234,50 руб.»; `unit` '' leaves the word out. Throws RangeError on a fraction of a kopeck. */
export function formatMoney(kopecks: number, unit = 'руб.'): string {
  if (!Number.isSafeInteger(kopecks)) throw new RangeError(`not whole kopecks: ${kopecks}`)
  const rubles = Math.floor(Math.abs(kopecks) / 100)
  const rest = String(Math.abs(kopecks) % 100).padStart(2, '0')
  return `${kopecks < 0 ? '−' : ''}${formatNumber(rubles)},${rest}${unit === '' ? '' : NBSP + unit}`
}
