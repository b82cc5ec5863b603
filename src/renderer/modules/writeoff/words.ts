import { counted, formatMoney, type PluralForms } from '@shared/domain/text/plural'

export const actForms: PluralForms = ['акт', 'акта', 'актов']
export const titleForms: PluralForms = ['название', 'названия', 'названий']
export const schoolForms: PluralForms = ['школа', 'школы', 'школ']

/** «12 экз.» */
export const copiesShort = (n: number): string => counted(n, ['экз.', 'экз.', 'экз.'])

/** «2019 г. · 450,00 руб.»; what is not known is left out. */
export function lotWords(publicationYear: number, price: number): string {
  return [publicationYear > 0 ? `${publicationYear} г.` : '', price > 0 ? formatMoney(price) : '']
    .filter(Boolean)
    .join(' · ')
}
