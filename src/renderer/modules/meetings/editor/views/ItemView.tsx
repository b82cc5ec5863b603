import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconDotsVertical,
  IconGavel,
  IconMessagePlus,
  IconMicrophone,
  IconTrash,
} from '@tabler/icons-react'
import { findItem, holderAt, moveItem, type Place, updateItem } from '../../model/agenda'
import { addDecision, addSpeech, dropItem } from '../../model/commands'
import { fieldOf } from '../../model/fields'
import { pasteItems } from '../../model/paste'
import { decisionNumbersOf } from '../../model/remarks'
import { useEditor } from '../EditorContext'
import { ChipText } from '../inputs/ChipText'
import { PeopleList } from '../inputs/PeopleList'
import { DecisionLine } from '../lines/DecisionLine'
import { RemarksAt, remarksId } from '../lines/Remarks'
import { SpeechLine } from '../lines/SpeechLine'
import { VoteLine } from '../lines/VoteLine'
import classes from './ItemView.module.css'

/** The item being worked on: what was heard, who spoke, how they voted, what was decided. */
export function ItemView({ place }: { place: Place }) {
  const editor = useEditor()
  const { meeting, readOnly, field } = editor
  const holder = holderAt(meeting, place)
  const numbers = decisionNumbersOf(meeting)
  const item = place.at === 'item' ? findItem(meeting, place.uid) : undefined
  const at = (step: typeof addDecision) => editor.apply((now) => step(now, field))
  return (
    <div className={classes.view}>
      {item ? <ItemHead uid={item.uid} /> : <GeneralHead />}
      {holder.speeches.map((speech, index) => (
        <SpeechLine key={speech.uid} speech={speech} index={index} />
      ))}
      {!readOnly && (
        <div className={classes.add}>
          {item && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              h={28}
              fw={400}
              leftSection={<IconMicrophone size={15} aria-hidden />}
              onClick={() => editor.apply((now) => addSpeech(now, null, 'report'))}
            >
              Слушали
            </Button>
          )}
          <Tooltip label="Alt+Enter">
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              h={28}
              fw={400}
              leftSection={<IconMessagePlus size={15} aria-hidden />}
              onClick={() => at((now, from) => addSpeech(now, from, 'remark'))}
            >
              Выступили
            </Button>
          </Tooltip>
        </div>
      )}
      {item && <VoteLine item={item} />}
      {holder.decisions.length > 0 && <h2 className={classes.part}>Решили</h2>}
      {holder.decisions.map((decision) => (
        <DecisionLine key={decision.uid} decision={decision} number={numbers.get(decision.uid) ?? ''} />
      ))}
      {!readOnly && (
        <div className={classes.add}>
          <Tooltip label="Ctrl+Enter">
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              h={28}
              fw={400}
              leftSection={<IconGavel size={15} aria-hidden />}
              onClick={() => at(addDecision)}
            >
              Решение
            </Button>
          </Tooltip>
        </div>
      )}
      {!readOnly && (
        <p className={classes.keys}>
          <kbd>Enter</kbd> следующее выступление · <kbd>Ctrl+Enter</kbd> решение · <kbd>@</kbd> или <kbd>F8</kbd> кому ·{' '}
          <kbd>F9</kbd> голосование · <kbd>Ctrl+/</kbd> все клавиши
        </p>
      )}
    </div>
  )
}

function ItemHead({ uid }: { uid: string }) {
  const editor = useEditor()
  const { meeting, readOnly } = editor
  const index = meeting.agenda.findIndex((one) => one.uid === uid)
  const item = meeting.agenda[index]
  if (!item) return null
  const title = fieldOf.title(uid)
  const set = (patch: Parameters<typeof updateItem>[2]) => editor.change((now) => updateItem(now, uid, patch))
  return (
    <div className={classes.head}>
      <span className={classes.number} aria-hidden>
        {index + 1}.
      </span>
      <div className={classes.title}>
        <ChipText
          field={title}
          label={`Вопрос ${index + 1} повестки`}
          placeholder="О чём вопрос: «О плане работы…»"
          value={item.title}
          readOnly={readOnly}
          describedBy={remarksId(title)}
          phrases={editor.phrases}
          people={null}
          onChange={(text) => set({ title: text })}
          onPasteLines={(lines) => editor.change((now) => pasteItems(now, uid, lines))}
        />
        <RemarksAt field={title} />
        <PeopleList
          label="Докладчики"
          add="Докладчик"
          field={fieldOf.speakers(uid)}
          people={item.speakers}
          onChange={(speakers) => set({ speakers })}
        />
      </div>
      {!readOnly && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={28} mt={3} aria-label={`Действия: вопрос ${index + 1}`}>
              <IconDotsVertical size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconArrowUp size={16} aria-hidden />}
              onClick={() => editor.change((now) => moveItem(now, uid, -1))}
            >
              Переставить выше
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowDown size={16} aria-hidden />}
              onClick={() => editor.change((now) => moveItem(now, uid, 1))}
            >
              Переставить ниже
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => editor.remove(`Вопрос ${index + 1}`, (now) => dropItem(now, uid))}
            >
              Удалить вопрос
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}

function GeneralHead() {
  return (
    <div className={classes.general}>
      <h2>Без вопроса</h2>
      <p>Выступления и решения, которые не относятся ни к одному вопросу повестки.</p>
    </div>
  )
}
