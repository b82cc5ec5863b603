import { Text } from '@mantine/core'
import { schoolStates } from '@shared/contract/schools'
import { useCall } from '../app/queries'
import { TickList } from './TickList'

export interface SchoolsChoiceProps {
  /** «Школы объединения». */
  label: string
  value: readonly number[]
  onChange: (ids: number[]) => void
  /** Left out: those that are there already. */
  except?: readonly number[]
}

/** Which schools: all of the municipality at once, or ticked one by one. */
export function SchoolsChoice({ label, value, onChange, except }: SchoolsChoiceProps) {
  const schools = useCall('schools.options', { limit: 2000 })
  const all = (schools.data ?? []).filter(({ id }) => except?.includes(id) !== true)
  if (schools.data && all.length === 0) {
    return (
      <Text c="dimmed">
        {schools.data.length === 0
          ? 'Школ пока нет. Сначала добавьте их в разделе «Школы».'
          : 'Все школы уже в списке.'}
      </Text>
    )
  }
  return (
    <TickList
      label={label}
      searchLabel="Найти школу"
      options={all.map(({ id, name, state }) => ({
        id,
        name: state === 'active' ? name : `${name} (${schoolStates[state]})`,
        isPast: state !== 'active',
      }))}
      value={value}
      onChange={onChange}
    />
  )
}
