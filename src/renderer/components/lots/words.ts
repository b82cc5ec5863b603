import { counted, formatMoney } from '@shared/domain/text/plural'

/** «12 экз.» */
export const copiesShort = (n: number): string => counted(n, ['экз.', 'экз.', 'экз.'])

/** «2019 г. · 450,00 руб.»; what is not known (null or 0) is left out. */
export function lotWords(publicationYear: number | null, price: number | null): string {
  return [publicationYear ? `${publicationYear} г.` : '', price ? formatMoney(price) : ''].filter(Boolean).join(' · ')
}
