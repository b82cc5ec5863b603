import { useDebouncedValue } from '@mantine/hooks'
import type { ColumnSpec } from '@shared/contract/lists'
import { useCall } from '../../../../app/queries'
import { matching, ownOptions } from '../../model/edit/options'

/** What may be chosen in this cell: words of the column, or names of records asked from the store while one types. */
export function useOptions(column: ColumnSpec, text: string, isTyped: boolean, isOpen: boolean): readonly string[] {
  const [asked] = useDebouncedValue(isTyped ? text : '', 100)
  const kind = isOpen ? column.edit?.reference : undefined
  const shown = { keepPrevious: true }
  const schools = useCall('schools.options', { search: asked }, { ...shown, enabled: kind === 'school' })
  const people = useCall('librarians.options', { search: asked }, { ...shown, enabled: kind === 'librarian' })
  const series = useCall('associations.series', {}, { ...shown, enabled: kind === 'series' })
  const books = useCall('textbooks.find', { text: asked }, { ...shown, enabled: kind === 'textbook' })
  switch (column.edit?.reference) {
    case 'school':
      return schools.data?.map((one) => one.name) ?? []
    case 'librarian':
      return people.data?.map((one) => one.name) ?? []
    case 'series':
      return matching(series.data?.map((one) => one.name) ?? [], isTyped ? text : '')
    case 'textbook':
      return books.data?.map((one) => one.name) ?? []
    default:
      return ownOptions(column, text, isTyped)
  }
}
