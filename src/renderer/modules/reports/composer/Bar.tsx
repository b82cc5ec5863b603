import { ActionIcon, Badge, Button, Group, Menu, Tooltip } from '@mantine/core'
import type { ReportRecord } from '@shared/contract/reports'
import { formatSchoolYear } from '@shared/domain/school-year'
import { counted } from '@shared/domain/text/plural'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowLeft,
  IconArrowRight,
  IconChecks,
  IconCopy,
  IconDotsVertical,
  IconFileTypePdf,
  IconFileTypeXls,
  IconLayoutSidebarRight,
  IconLock,
  IconPrinter,
  IconSend,
  IconTrash,
} from '@tabler/icons-react'
import { memo } from 'react'
import { useGo } from '../../../app/navigation'
import { formatDay } from '../../../components/format'
import { WordButton } from '../../../components/paper/WordButton'
import classes from './Bar.module.css'

export interface BarActions {
  onNext: () => void
  onAcceptAll: () => void
  /** @param templateId her letterhead or cover; null: the paper as it is */
  onWord: (templateId: number | null) => void
  onExcel: () => void
  onPrint: (to: 'printer' | 'pdf') => void
  onSubmit: () => void
  onReopen: () => void
  onRemove: () => void
  onSide: () => void
}

export interface BarProps {
  record: ReportRecord
  title: string
  schoolYear: string
  /** Of the whole report. */
  changed: number
  unaccepted: number
  sideOpen: boolean
  /** The same at every drawing. */
  acts: BarActions
}

/** Above the composer: which report this is, what in it wants a look, and what can be done with it as a whole. */
export const Bar = memo(function Bar(props: BarProps) {
  const { record, title, schoolYear, acts } = props
  const go = useGo()
  const submitted = record.state === 'submitted'
  return (
    <header className={classes.bar}>
      <ActionIcon variant="subtle" color="gray" size={30} aria-label="К списку отчётов" onClick={() => go('/reports')}>
        <IconArrowLeft size={18} aria-hidden />
      </ActionIcon>
      <h1 className={classes.title} title={title}>
        {title.trim() || 'Без названия'}
      </h1>
      <span className={classes.year}>{formatSchoolYear(schoolYear)}</span>
      {submitted && (
        <Badge
          color="gray"
          variant="light"
          tt="none"
          fw={500}
          leftSection={<IconLock size={13} aria-hidden />}
          flex="none"
        >
          сдан {formatDay(record.submittedOn)}
        </Badge>
      )}
      {!submitted && <Attention {...props} />}
      <Group gap={6} wrap="nowrap" className={classes.actions}>
        <FilesMenu {...acts} />
        {submitted ? (
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={acts.onReopen}
          >
            Вернуть в работу…
          </Button>
        ) : (
          <Button size="compact-md" leftSection={<IconSend size={16} aria-hidden />} onClick={acts.onSubmit}>
            Сдать отчёт
          </Button>
        )}
        <Tooltip label={props.sideOpen ? 'Убрать страницу' : 'Показать страницу'}>
          <ActionIcon
            variant="default"
            size={30}
            aria-label={props.sideOpen ? 'Убрать страницу' : 'Показать страницу'}
            aria-pressed={props.sideOpen}
            onClick={acts.onSide}
          >
            <IconLayoutSidebarRight size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label="Ещё действия с отчётом">
              <IconDotsVertical size={17} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconCopy size={16} aria-hidden />}
              onClick={() => go(`/reports?open=new&like=${record.id}`)}
            >
              Составить новый на его основе
            </Menu.Item>
            {!submitted && (
              <>
                <Menu.Divider />
                <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={acts.onRemove}>
                  Удалить отчёт
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      </Group>
    </header>
  )
})

/** How many numbers have changed, how much is not accepted, and the way along them. */
function Attention({ changed, unaccepted, acts: { onNext, onAcceptAll } }: BarProps) {
  if (changed === 0 && unaccepted === 0) return null
  return (
    <Group gap={6} wrap="nowrap" className={classes.attention}>
      <span className={changed > 0 ? classes.changed : classes.unaccepted} role="status">
        {changed > 0 && <IconAlertTriangle size={15} aria-hidden />}
        {changed > 0 ? `Изменилось ${counted(changed, ['число', 'числа', 'чисел'])}` : `Не принято: ${unaccepted}`}
      </span>
      <Button
        size="compact-sm"
        variant="default"
        title="F8"
        aria-keyshortcuts="F8"
        rightSection={<IconArrowRight size={14} aria-hidden />}
        onClick={onNext}
      >
        Следующее
      </Button>
      <Tooltip label="Принять всё: и части, и числа">
        <ActionIcon variant="default" size={26} aria-label="Принять всё" onClick={onAcceptAll}>
          <IconChecks size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  )
}

function FilesMenu({ onWord, onExcel, onPrint }: BarActions) {
  return (
    <WordButton
      label="Word"
      size="compact-md"
      variant="default"
      cover
      onSave={onWord}
      more={
        <>
          <Menu.Item leftSection={<IconFileTypeXls size={16} aria-hidden />} onClick={onExcel}>
            Приложения в Excel
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
