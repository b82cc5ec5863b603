import { Combobox, InputBase, ScrollArea, Text, useCombobox } from '@mantine/core'
import { useState } from 'react'
import { type FieldProps, inputProps } from './field'

export interface Option {
  id: number
  name: string
  detail: string
}

export interface OptionFieldProps extends FieldProps<number | null> {
  /** What stands in the field for `value`. */
  shownName: string
  options: readonly Option[] | undefined
  /** Asks for options as one types; '' when the list opens. */
  onSearch: (text: string) => void
  onOpened: (opened: boolean) => void
  onPick?: (option: Option) => void
  /** When nothing fits: what to do. */
  nothingFound: string
}

/** A record by its number, found by typing; the field shows its name again when left without a choice. */
export function OptionField(props: OptionFieldProps) {
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      props.onOpened(false)
    },
    onDropdownOpen: () => props.onOpened(true),
  })
  const [typed, setTyped] = useState<string | null>(null)
  const found = props.options ?? []

  const search = (text: string | null) => {
    setTyped(text)
    props.onSearch(text ?? '')
  }
  const pick = (value: string) => {
    const chosen = found.find((one) => String(one.id) === value)
    if (!chosen) return
    props.onChange(chosen.id)
    props.onPick?.(chosen)
    search(null)
    combobox.closeDropdown()
  }
  const type = (text: string) => {
    search(text)
    if (text === '') props.onChange(null)
    combobox.openDropdown()
    combobox.selectFirstOption()
  }
  const leave = () => {
    combobox.closeDropdown()
    search(null)
    props.onBlur?.()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={pick} withinPortal>
      <Combobox.Target>
        <InputBase
          {...inputProps(props)}
          rightSection={<Combobox.Chevron />}
          rightSectionPointerEvents="none"
          autoComplete="off"
          value={typed ?? props.shownName}
          onChange={(event) => type(event.currentTarget.value)}
          onClick={() => combobox.openDropdown()}
          onBlur={leave}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options>
          <ScrollArea.Autosize mah={260} type="auto">
            {found.map((one) => (
              <Combobox.Option value={String(one.id)} key={one.id} active={one.id === props.value}>
                <Text size="sm">{one.name}</Text>
                {one.detail !== '' && (
                  <Text size="xs" c="dimmed">
                    {one.detail}
                  </Text>
                )}
              </Combobox.Option>
            ))}
          </ScrollArea.Autosize>
          {props.options && found.length === 0 && <Combobox.Empty>{props.nothingFound}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
