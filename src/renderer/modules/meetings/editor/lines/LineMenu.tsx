import { ActionIcon, Menu } from '@mantine/core'
import type { Speech } from '@shared/contract/meetings'
import {
  IconArrowDown,
  IconArrowUp,
  IconCornerDownRight,
  IconDotsVertical,
  IconMicrophone,
  IconTrash,
} from '@tabler/icons-react'
import { general, itemAt, type Line, moveLine, moveLineTo, samePlace, updateSpeech } from '../../model/agenda'
import { dropLine } from '../../model/commands'
import { isPlace } from '../../model/fields'
import { useEditor } from '../EditorContext'
import classes from './Lines.module.css'

/** What can be done with a line, for those who use the mouse. */
export function LineMenu({ line, speech, name }: { line: Line; speech?: Speech; name: string }) {
  const editor = useEditor()
  if (editor.readOnly) return <span />
  const places = [...editor.meeting.agenda.map((item) => itemAt(item.uid)), general]
  const { view } = editor
  const elsewhere = places.filter((place) => !(isPlace(view) && samePlace(place, view)))
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} className={classes.menu} aria-label={`Действия: ${name}`}>
          <IconDotsVertical size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconArrowUp size={16} aria-hidden />}
          rightSection={<kbd className={classes.key}>Alt+↑</kbd>}
          onClick={() => editor.change((meeting) => moveLine(meeting, line, -1))}
        >
          Выше
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={16} aria-hidden />}
          rightSection={<kbd className={classes.key}>Alt+↓</kbd>}
          onClick={() => editor.change((meeting) => moveLine(meeting, line, 1))}
        >
          Ниже
        </Menu.Item>
        {speech && (
          <Menu.Item
            leftSection={<IconMicrophone size={16} aria-hidden />}
            onClick={() =>
              editor.change((meeting) =>
                updateSpeech(meeting, speech.uid, (now) => ({
                  ...now,
                  kind: now.kind === 'report' ? 'remark' : 'report',
                })),
              )
            }
          >
            {speech.kind === 'report' ? 'Сделать выступлением' : 'Сделать докладом («слушали»)'}
          </Menu.Item>
        )}
        {elsewhere.length > 0 && <Menu.Divider />}
        {elsewhere.map((place) => {
          const index = editor.meeting.agenda.findIndex((item) => place.at === 'item' && item.uid === place.uid)
          return (
            <Menu.Item
              key={place.at === 'item' ? place.uid : 'general'}
              leftSection={<IconCornerDownRight size={16} aria-hidden />}
              onClick={() => editor.change((meeting) => moveLineTo(meeting, line, place))}
            >
              {place.at === 'item' ? `В вопрос ${index + 1}` : 'В часть «Без вопроса»'}
            </Menu.Item>
          )
        })}
        <Menu.Divider />
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => editor.remove(name, (at) => dropLine(at, line))}
        >
          Удалить
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
