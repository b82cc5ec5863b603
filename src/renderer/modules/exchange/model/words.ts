import type { PluralForms } from '@shared/domain/text/plural'
import { counted, formatMoney } from '@shared/domain/text/plural'

export const copyForms: PluralForms = ['экземпляр', 'экземпляра', 'экземпляров']
export const transferForms: PluralForms = ['передача', 'передачи', 'передач']
export const titleForms: PluralForms = ['название', 'названия', 'названий']

/** «12 экз.» */
export const copiesShort = (n: number): string => counted(n, ['экз.', 'экз.', 'экз.'])

/** «2019 г. · 450,00 руб.»; what is not known is left out. */
export function lotWords(publicationYear: number | null, price: number | null): string {
  return [publicationYear ? `${publicationYear} г.` : '', price ? formatMoney(price) : ''].filter(Boolean).join(' · ')
}
