import type { CommissionMember } from '../../contract/writeoff'
import { cell, row } from '../block-makers'
import { columnsOf, type PageSetup, type Row, type Table } from '../model'

/** The commission of an act: who it is made of, and where each of them signs. */

/** Members signing by hand when none are named. */
const unknown = 3

const roles = { chair: 'Председатель комиссии', member: 'Член комиссии' } as const

/** «Комиссия в составе: председатель — …; члены комиссии — …»; nobody named: «Комиссия». */
export function commissionWords(commission: readonly CommissionMember[]): string {
  const person = ({ position, name }: CommissionMember): string => (position === '' ? name : `${position} ${name}`)
  const chairs = commission.filter((one) => one.role === 'chair').map((one) => `председатель — ${person(one)}`)
  const members = commission.filter((one) => one.role === 'member').map(person)
  const rest =
    members.length === 0 ? [] : [`${members.length === 1 ? 'член комиссии' : 'члены комиссии'} — ${members.join(', ')}`]
  return commission.length === 0 ? 'Комиссия' : `Комиссия в составе: ${[...chairs, ...rest].join('; ')},`
}

/** «Председатель комиссии, директор ____________ Ромашкина О. О.» */
export function commissionTable(commission: readonly CommissionMember[], page: PageSetup): Table {
  const people: readonly Pick<CommissionMember, 'role' | 'position' | 'name'>[] =
    commission.length === 0
      ? ['chair' as const, ...Array.from({ length: unknown - 1 }, () => 'member' as const)].map((role) => ({
          role,
          position: '',
          name: '',
        }))
      : [...commission].sort((one, other) => Number(other.role === 'chair') - Number(one.role === 'chair'))
  return {
    kind: 'table',
    columnsDxa: columnsOf(page, [86, 42, 52]),
    headRows: [],
    rows: people.map(
      ({ role, position, name }): Row => ({
        ...row([
          cell('attribute', [position === '' ? roles[role] : `${roles[role]}, ${position}`]),
          cell('attribute', ['______________']),
          cell('attribute', [name === '' ? '__________________' : name]),
        ]),
        heightMm: 12,
      }),
    ),
    borders: 'none',
    keep: 'whole',
  }
}
