import { useCall } from '../../app/queries'
import { PersonField } from '../fields/PersonField'
import { SchoolField } from '../fields/SchoolField'
import type { RowColumn } from './RowsEditor'

/** A row that stands for a school, for someone of the bank, or for anyone else by name. */
interface Who {
  uid: string
  schoolId: number | null
  librarianId: number | null
  name: string
}

export interface WhoColumnsOptions<R extends Who> {
  /** Heads the column of names. */
  title: string
  /** In place of a name where only the school is given: «вся школа». */
  schoolAlone: string
  /** Another person in this row: all she says of it at once. */
  onWho: (row: R, who: Omit<Who, 'uid'>) => void
}

/** Columns of `RowsEditor` that say who: someone of the bank comes with her full name and the school she works at. */
export function useWhoColumns<R extends Who>({
  title,
  schoolAlone,
  onWho,
}: WhoColumnsOptions<R>): {
  name: RowColumn<R>
  school: RowColumn<R>
} {
  const people = useCall('librarians.options', { limit: 2000 })
  const schools = useCall('schools.options', { limit: 2000 })
  const known = (id: number | null) => (id === null ? undefined : people.data?.find((one) => one.id === id))
  const choose = (row: R, librarianId: number | null, typed: string) => {
    const person = known(librarianId)
    if (!person) return onWho(row, { schoolId: row.schoolId, librarianId: null, name: typed })
    const school = schools.data?.find((one) => one.name === person.school)
    onWho(row, { schoolId: row.schoolId ?? school?.id ?? null, librarianId, name: person.name })
  }
  return {
    name: {
      key: 'name',
      title,
      cell: (row, cell) => {
        const { value: _, ...rest } = cell('name')
        const name = row.name === '' ? (known(row.librarianId)?.name ?? '') : row.name
        return (
          <PersonField
            {...rest}
            withPosition={false}
            placeholder={row.schoolId === null ? 'ФИО' : schoolAlone}
            value={{ librarianId: row.librarianId, name, position: '' }}
            onChange={(next) => choose(row, next.librarianId, next.name)}
          />
        )
      },
    },
    school: {
      key: 'schoolId',
      title: 'Школа',
      cell: (_, cell) => <SchoolField {...cell('schoolId')} placeholder="школа" />,
    },
  }
}
