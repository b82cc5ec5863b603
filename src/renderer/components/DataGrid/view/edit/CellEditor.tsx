import { Popover } from '@mantine/core'
import type { ColumnSpec } from '@shared/contract/lists'
import { formatDate, isRealDate, todayIso } from '@shared/domain/dates'
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import { Calendar } from '../../../fields/Calendar'
import { readDay } from '../../../fields/readDay'
import { editorKey } from '../../model/edit/keys'
import { isClosedList } from '../../model/edit/options'
import type { Editing, Editor } from '../../model/edit/useEditor'
import classes from './edit.module.css'
import { FaultBubble } from './FaultBubble'
import { OptionList } from './OptionList'
import { useOptions } from './useOptions'

/** What became of the cell when its editor was closed by a key. */
export type Closing =
  | { by: 'enter' | 'tab'; back: boolean }
  | { by: 'move'; event: KeyboardEvent }
  | { by: 'fill' | 'cancel' | 'pick' }

export interface CellEditorProps {
  column: ColumnSpec
  editing: Editing
  editor: Editor
  onClose: (closing: Closing) => void
  /** Ctrl+Enter puts the text into every marked cell; null where only this one is marked. */
  onFill: ((text: string) => void) | null
}

/** The field inside a cell, with its list of choices, its calendar and its fault. */
export function CellEditor({ column, editing, editor, onClose, onFill }: CellEditorProps) {
  const id = useId()
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  // Opened with its value, the cell shows all choices until something is typed.
  const [isTyped, setTyped] = useState(editing.mode === 'enter')
  const [pointed, setPointed] = useState<number | null>(null)
  const { text, isListOpen } = editing
  const isDate = column.type === 'date'
  const options = useOptions(column, text, isTyped, isListOpen && !isDate)
  const current = isTyped ? (isClosedList(column) && text !== '' ? 0 : -1) : options.indexOf(text)
  const option = Math.min(pointed ?? current, options.length - 1)
  const isShowingList = isListOpen && !isDate && options.length > 0

  useLayoutEffect(() => {
    const field = input.current
    if (!field) return
    field.focus({ preventScroll: true })
    field.setSelectionRange(field.value.length, field.value.length)
  }, [])

  const type = (next: string) => {
    setTyped(true)
    setPointed(null)
    editor.change({ text: next, isListOpen: !isDate })
  }
  const close = (closing: Closing, given?: string) => {
    if (editor.commit(given)) onClose(closing)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const action = editorKey(event, {
      mode: editing.mode,
      isListOpen: isShowingList,
      hasOptions: options.length > 0,
      isMultiline: column.edit?.multiline === true,
    })
    // The sheet's own keys are not meant while one types.
    event.stopPropagation()
    if (action === null) return
    event.preventDefault()
    // The arrow that opens a list of an untouched cell is the list's, not the sheet's.
    const chosen = isShowingList && option >= 0 && (pointed !== null || isTyped) ? options[option] : undefined
    switch (action.do) {
      case 'commit':
        if (action.next === 'move') close({ by: 'move', event }, chosen)
        else close({ by: action.next, back: action.back }, chosen)
        return
      case 'fill':
        if (onFill === null) close({ by: 'fill' }, chosen)
        else {
          editor.cancel()
          onClose({ by: 'fill' })
          onFill(chosen ?? text)
        }
        return
      case 'cancel':
        editor.cancel()
        onClose({ by: 'cancel' })
        return
      case 'swap-mode':
        editor.change({ mode: editing.mode === 'enter' ? 'edit' : 'enter' })
        return
      case 'break-line':
        input.current?.setRangeText('\n', input.current.selectionStart ?? 0, input.current.selectionEnd ?? 0, 'end')
        editor.change({ text: input.current?.value ?? text })
        return
      case 'show-list':
      case 'hide-list':
        editor.change({ isListOpen: action.do === 'show-list' })
        return
      case 'option':
        setPointed((option + action.by + options.length) % options.length)
        return
    }
  }
  const pick = (value: string) => close({ by: 'pick' }, value)
  const described = editing.fault === null ? undefined : `${id}-fault`
  const common = {
    ref: input,
    className: classes.editor,
    value: text,
    'aria-label': `${column.title}, строка ${editing.row + 1}`,
    'aria-invalid': editing.fault !== null,
    'aria-describedby': described,
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: { currentTarget: { value: string } }) => type(event.currentTarget.value),
    onKeyDown,
    onBlur: () => {
      // The window may only have lost the focus to another program; a calendar opened from here is still this cell.
      const field = document.activeElement
      if (field === input.current || field?.closest('[data-cell-calendar]')) return
      editor.leave()
    },
  }
  const combobox = {
    role: 'combobox' as const,
    'aria-expanded': isShowingList,
    'aria-controls': isShowingList ? `${id}-list` : undefined,
    'aria-autocomplete': 'list' as const,
    'aria-activedescendant': isShowingList && option >= 0 ? `${id}-${option}` : undefined,
  }
  const field =
    column.edit?.multiline === true ? (
      <textarea {...common} rows={Math.min(8, text.split('\n').length + 1)} data-multiline />
    ) : (
      <input {...common} {...(isShowingList || isClosedList(column) ? combobox : {})} type="text" />
    )
  return (
    <span data-editor className={classes.editorBox}>
      <WithList
        list={
          isShowingList ? (
            <OptionList id={id} label={column.title} options={options} chosen={option} onPick={pick} />
          ) : isListOpen && isDate ? (
            <DayChoice text={text} onPick={pick} />
          ) : null
        }
        onClose={() => editor.change({ isListOpen: false })}
      >
        <FaultBubble sentence={isShowingList ? null : editing.fault}>{field}</FaultBubble>
      </WithList>
      <span id={`${id}-fault`} hidden>
        {editing.fault}
      </span>
    </span>
  )
}

function WithList(props: { list: ReactNode | null; onClose: () => void; children: ReactNode }) {
  return (
    <Popover
      opened={props.list !== null}
      onDismiss={props.onClose}
      position="bottom-start"
      withinPortal
      withRoles={false}
      offset={2}
      shadow="md"
      zIndex={200}
    >
      <Popover.Target>
        <span className={classes.faultTarget}>{props.children}</span>
      </Popover.Target>
      <Popover.Dropdown p={4}>{props.list}</Popover.Dropdown>
    </Popover>
  )
}

function DayChoice({ text, onPick }: { text: string; onPick: (text: string) => void }) {
  const typed = readDay(text)
  const day = typed !== null && isRealDate(typed) ? typed : todayIso(new Date())
  return (
    <div data-cell-calendar role="dialog" aria-label="Календарь">
      <Calendar day={day} onPick={(iso) => onPick(formatDate(iso, 'digits'))} />
    </div>
  )
}
