// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays in the cell's field, aria-activedescendant moves
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keys are the field's
import { useEffect, useRef } from 'react'
import classes from './edit.module.css'

export interface OptionListProps {
  /** Of the field: its options are `<id>-0`… */
  id: string
  label: string
  options: readonly string[]
  /** −1: none. */
  chosen: number
  onPick: (option: string) => void
}

/** Words to choose from under a cell; the keyboard stays in the field. */
export function OptionList({ id, label, options, chosen, onPick }: OptionListProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} className={classes.options}>
      {options.map((option, index) => (
        <div
          key={option}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === chosen}
          className={classes.option}
          // The field must not lose the focus before the click.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(option)}
        >
          {option}
        </div>
      ))}
    </div>
  )
}
