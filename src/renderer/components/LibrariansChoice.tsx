import { Text } from '@mantine/core'
import { useCall } from '../app/queries'
import { TickList } from './TickList'

export interface LibrariansChoiceProps {
  label: string
  value: readonly number[]
  onChange: (ids: number[]) => void
  /** Left out: those that are there already. */
  except?: readonly number[]
  /** Its members are ticked by a button. */
  associationId: number | null
}

/** Which people of the bank: all of them, the members of an association, or ticked one by one. */
export function LibrariansChoice({ label, value, onChange, except, associationId }: LibrariansChoiceProps) {
  const people = useCall('librarians.options', { limit: 2000 })
  const association = useCall('associations.get', { id: associationId ?? 0 }, { enabled: associationId !== null })
  const all = (people.data ?? []).filter(({ id }) => except?.includes(id) !== true)
  if (people.data && all.length === 0) {
    return (
      <Text c="dimmed">
        {people.data.length === 0
          ? 'В банке пока никого нет. Сначала добавьте людей в разделе «Библиотекари».'
          : 'Все из банка уже в списке.'}
      </Text>
    )
  }
  const members = association.data?.association.members.map((one) => one.librarianId) ?? []
  const present = all.filter(({ id }) => members.includes(id)).map(({ id }) => id)
  return (
    <TickList
      label={label}
      searchLabel="Найти человека или школу"
      options={all.map(({ id, name, school }) => ({ id, name, detail: school }))}
      value={value}
      onChange={onChange}
      sets={
        association.data && present.length > 0
          ? [{ title: `Состав «${association.data.association.shortName}»`, ids: present }]
          : []
      }
    />
  )
}
