import { formatDate } from '@shared/domain/dates'
import type { FileCell } from '../reading/types'

/** A cell as a person sees it in Russian Excel. */
export function cellText(cell: FileCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return numberText(cell)
  if (typeof cell === 'boolean') return cell ? 'ИСТИНА' : 'ЛОЖЬ'
  switch (cell.kind) {
    case 'date':
      return [cell.date === null ? '' : formatDate(cell.date, 'digits'), cell.time ?? ''].filter(Boolean).join(' ')
    case 'percent':
      return `${numberText(cell.value * 100)}%`
    case 'error':
      return cell.text
  }
}

/** Fifteen digits, as Excel keeps them: 0,1 + 0,2 is 0,3. */
export function numberText(value: number): string {
  const exact = Number(value.toPrecision(15))
  if (Number.isInteger(exact) && Math.abs(exact) < 1e21) return BigInt(exact).toString()
  return String(exact).replace('.', ',')
}
