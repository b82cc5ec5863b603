import { ActionIcon, Badge, Button, Group, Menu, Tooltip } from '@mantine/core'
import type { ProtocolLayout } from '@shared/contract/associations'
import type { MeetingRecord } from '@shared/contract/meetings'
import {
  IconDotsVertical,
  IconFileTypeDocx,
  IconFileTypePdf,
  IconKeyboard,
  IconLayoutSidebarRight,
  IconListDetails,
  IconLock,
  IconLockOpen,
  IconPencil,
  IconPencilCheck,
  IconPrinter,
  IconRepeat,
  IconScissors,
  IconTemplate,
  IconTrash,
} from '@tabler/icons-react'
import { formatDay } from '../../../components/format'
import { OriginalPaperItem } from '../../../components/OriginalPaper'
import { WordButton } from '../../../components/paper/WordButton'
import { meetingTitle } from '../model/titles'
import classes from './EditorBar.module.css'

export interface EditorBarProps {
  record: MeetingRecord
  correcting: boolean
  layout: ProtocolLayout
  sideOpen: boolean
  onSide: () => void
  onWord: (layout: ProtocolLayout, templateId: number | null) => void
  onAttendance: (templateId: number | null) => void
  onExtract: () => void
  onPrint: (to: 'printer' | 'pdf') => void
  onSign: () => void
  onUnsign: () => void
  onCorrect: () => void
  onRepeat: () => void
  onTemplate: () => void
  onRemove: () => void
  onKeys: () => void
}

/** Above the editor: which protocol this is, and what can be done with it as a whole. */
export function EditorBar(props: EditorBarProps) {
  const { record, correcting } = props
  const signed = record.state === 'signed'
  return (
    <header className={classes.bar}>
      <h1 className={classes.title} title={record.series.name}>
        {meetingTitle(record)}
      </h1>
      {signed ? (
        <Badge
          color="gray"
          variant="light"
          tt="none"
          fw={500}
          leftSection={<IconLock size={13} aria-hidden />}
          className={classes.badge}
        >
          подписан {formatDay(record.signedOn)}
        </Badge>
      ) : (
        <Badge color="gray" variant="light" tt="none" fw={500} className={classes.badge}>
          черновик
        </Badge>
      )}
      <Group gap={6} wrap="nowrap" className={classes.actions}>
        <WordMenu {...props} />
        {!signed && (
          <Button size="compact-md" leftSection={<IconPencilCheck size={16} aria-hidden />} onClick={props.onSign}>
            Подписать
          </Button>
        )}
        {signed && !correcting && (
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={props.onCorrect}
          >
            Исправить
          </Button>
        )}
        <Tooltip label={props.sideOpen ? 'Убрать страницу' : 'Показать страницу'}>
          <ActionIcon
            variant="default"
            size={30}
            aria-label={props.sideOpen ? 'Убрать страницу' : 'Показать страницу'}
            aria-pressed={props.sideOpen}
            onClick={props.onSide}
          >
            <IconLayoutSidebarRight size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <MoreMenu {...props} signed={signed} />
      </Group>
    </header>
  )
}

function WordMenu({ layout, onWord, onAttendance, onExtract, onPrint }: EditorBarProps) {
  return (
    <WordButton
      label="Word"
      size="compact-md"
      variant="default"
      onSave={(templateId) => onWord(layout, templateId)}
      papers={(templateId) => (
        <>
          <Menu.Label>Протокол в Word</Menu.Label>
          {words.map(([value, label]) => (
            <Menu.Item
              key={value}
              leftSection={<IconFileTypeDocx size={16} aria-hidden />}
              onClick={() => onWord(value, templateId)}
            >
              {label}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconListDetails size={16} aria-hidden />} onClick={() => onAttendance(templateId)}>
            Список присутствующих
          </Menu.Item>
        </>
      )}
      more={
        <>
          <Menu.Item leftSection={<IconScissors size={16} aria-hidden />} onClick={onExtract}>
            Выписка из протокола…
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => onPrint('printer')}>
            Напечатать
          </Menu.Item>
          <Menu.Item leftSection={<IconFileTypePdf size={16} aria-hidden />} onClick={() => onPrint('pdf')}>
            Сохранить в PDF
          </Menu.Item>
        </>
      }
    />
  )
}

const words: readonly (readonly [ProtocolLayout, string])[] = [
  ['full', 'Полный'],
  ['decisions', 'Краткий (решения)'],
  ['programme', 'Программа'],
]

function MoreMenu(props: EditorBarProps & { signed: boolean }) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label="Ещё действия с протоколом">
          <IconDotsVertical size={17} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconRepeat size={16} aria-hidden />} onClick={props.onRepeat}>
          Повторить заседание…
        </Menu.Item>
        <Menu.Item leftSection={<IconTemplate size={16} aria-hidden />} onClick={props.onTemplate}>
          Сохранить повестку как шаблон
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={props.onKeys}>
          Клавиши протокола
        </Menu.Item>
        <OriginalPaperItem record="meeting" id={props.record.id} />
        <Menu.Divider />
        {props.signed && (
          <Menu.Item leftSection={<IconLockOpen size={16} aria-hidden />} onClick={props.onUnsign}>
            Снять подпись…
          </Menu.Item>
        )}
        {!props.signed && (
          <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={props.onRemove}>
            Удалить заседание
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
