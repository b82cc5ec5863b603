import { Combobox, Group, InputBase, ScrollArea, Text, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { PersonRef } from '@shared/contract/fields'
import { IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import { useCall } from '../../app/queries'
import { printedName } from '../personName'
import { type FieldProps, inputProps } from './field'

export interface PersonFieldProps extends FieldProps<PersonRef> {
  /** False leaves the position out (sub-tables with a column of its own). */
  withPosition?: boolean
}

export const nobody: PersonRef = { librarianId: null, name: '', position: '' }

/** Someone of the bank, or anyone else by name and position. Typing over a chosen person unlinks her from the bank. */
export function PersonField(props: PersonFieldProps) {
  const { value, onChange } = props
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [asked] = useDebouncedValue(value.librarianId === null ? value.name : '', 120)
  const [touched, setTouched] = useState(false)
  const options = useCall(
    'librarians.options',
    { search: touched ? asked : '', limit: 30 },
    { enabled: combobox.dropdownOpened, keepPrevious: true },
  )
  const found = options.data ?? []
  const pick = (id: string) => {
    const chosen = found.find((one) => String(one.id) === id)
    if (!chosen) return
    onChange({ librarianId: chosen.id, name: printedName(chosen.name), position: chosen.position })
    combobox.closeDropdown()
  }
  const type = (name: string) => {
    setTouched(true)
    onChange({ librarianId: null, name, position: value.position })
    combobox.openDropdown()
    combobox.updateSelectedOptionIndex()
  }
  const leave = () => {
    combobox.closeDropdown()
    setTouched(false)
    props.onBlur?.()
  }
  const nameField = (
    <Combobox store={combobox} onOptionSubmit={pick} withinPortal>
      <Combobox.Target>
        <InputBase
          {...inputProps(props)}
          autoComplete="off"
          placeholder={props.placeholder ?? 'Фамилия И.О.'}
          value={value.name}
          onChange={(event) => type(event.currentTarget.value)}
          onClick={() => combobox.openDropdown()}
          onBlur={leave}
          rightSection={
            value.librarianId === null ? null : <IconLink size={14} aria-label="из банка библиотекарей" role="img" />
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.length === 0}>
        <Combobox.Options>
          <ScrollArea.Autosize mah={260} type="auto">
            {found.map((one) => (
              <Combobox.Option value={String(one.id)} key={one.id}>
                <Text size="sm">{one.name}</Text>
                <Text size="xs" c="dimmed">
                  {[one.position, one.school].filter(Boolean).join(' · ')}
                </Text>
              </Combobox.Option>
            ))}
          </ScrollArea.Autosize>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
  if (props.withPosition === false) return nameField
  return (
    <Group align="flex-start" gap="xs" wrap="nowrap" grow preventGrowOverflow={false}>
      {nameField}
      <TextInput
        size={props.bare ? 'xs' : 'sm'}
        label={props.label === undefined ? undefined : 'Должность'}
        aria-label={`${props.label ?? props.ariaLabel ?? 'Человек'}: должность`}
        disabled={props.disabled}
        readOnly={props.readOnly}
        autoComplete="off"
        value={value.position}
        onChange={(event) => onChange({ ...value, position: event.currentTarget.value })}
        onBlur={props.onBlur}
      />
    </Group>
  )
}
