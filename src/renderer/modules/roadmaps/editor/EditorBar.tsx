import { ActionIcon, Button, Group, Menu, Modal, SegmentedControl, Text } from '@mantine/core'
import type { RoadmapRecord } from '@shared/contract/roadmaps'
import {
  IconArrowLeft,
  IconCopy,
  IconDotsVertical,
  IconFileTypeDocx,
  IconFileTypeXls,
  IconReportAnalytics,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useGo } from '../../../app/navigation'
import { useCommand } from '../../../app/queries'
import { formatDay } from '../../../components/format'
import { OriginalPaperItem } from '../../../components/OriginalPaper'
import { WordButton } from '../../../components/paper/WordButton'
import { useMake } from '../lists/useMake'
import { type PaperKind, papersOf } from '../paper/papers'
import classes from './Editor.module.css'
import type { RoadmapEditing } from './useRoadmapEditing'

const views = { table: 'Таблица', year: 'Год', paper: 'Документ', head: 'Сведения', history: 'История' } as const
export type EditorView = keyof typeof views
export const isView = (text: unknown): text is EditorView => typeof text === 'string' && text in views

export interface EditorBarProps {
  record: RoadmapRecord
  editing: RoadmapEditing
  view: EditorView
  onView: (view: EditorView) => void
}

export function EditorBar({ record, editing, view, onView }: EditorBarProps) {
  const go = useGo()
  const { roadmap } = editing
  return (
    <header className={classes.bar}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        aria-label="К списку дорожных карт"
        onClick={() => go('/roadmaps')}
      >
        <IconArrowLeft size={18} aria-hidden />
      </ActionIcon>
      <h1 className={classes.title} title={roadmap.title}>
        {roadmap.title.trim() || 'Без названия'}
      </h1>
      <span className={classes.period}>
        {formatDay(roadmap.from)} – {formatDay(roadmap.to)}
      </span>
      <Group gap={6} wrap="nowrap" className={classes.actions}>
        <SegmentedControl
          size="xs"
          aria-label="Что показать"
          data={Object.entries(views).map(([value, label]) => ({ value, label }))}
          value={view}
          onChange={(next) => {
            if (isView(next)) onView(next)
          }}
        />
        <PapersMenu record={record} editing={editing} />
        <MoreMenu record={record} editing={editing} />
      </Group>
    </header>
  )
}

function PapersMenu({ record: { id }, editing }: Pick<EditorBarProps, 'record' | 'editing'>) {
  const { from, to } = editing.roadmap
  const papers = papersOf(id, editing)
  const word = (kind: PaperKind, templateId: number | null) => papers.word(kind, { from, to }, templateId)
  return (
    <WordButton
      label="Word"
      size="compact-md"
      variant="default"
      onSave={(templateId) => word('plain', templateId)}
      papers={(templateId) => (
        <>
          <Menu.Label>Документ</Menu.Label>
          <Menu.Item leftSection={<IconFileTypeDocx size={16} aria-hidden />} onClick={() => word('plain', templateId)}>
            Word
          </Menu.Item>
          <Menu.Item
            leftSection={<IconFileTypeDocx size={16} aria-hidden />}
            onClick={() => word('execution', templateId)}
          >
            Word с отметками о выполнении
          </Menu.Item>
          <Menu.Item leftSection={<IconFileTypeXls size={16} aria-hidden />} onClick={papers.sheet}>
            Excel
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>Отчёт о выполнении</Menu.Label>
          <Menu.Item
            leftSection={<IconReportAnalytics size={16} aria-hidden />}
            onClick={() => word('report', templateId)}
          >
            Отчёт в Word
          </Menu.Item>
          <Menu.Item leftSection={<IconFileTypeXls size={16} aria-hidden />} onClick={papers.reportSheet}>
            Отчёт в Excel
          </Menu.Item>
        </>
      )}
    />
  )
}

function MoreMenu({ record: { id }, editing }: Pick<EditorBarProps, 'record' | 'editing'>) {
  const go = useGo()
  const making = useMake()
  const remove = useCommand('roadmaps.remove', { success: 'Документ удалён' })
  const [asking, setAsking] = useState(false)
  const removeIt = async () => {
    setAsking(false)
    await editing.autosave.discard()
    await remove.run({ id })
    go('/roadmaps')
  }
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label="Ещё действия с документом">
            <IconDotsVertical size={17} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <OriginalPaperItem record="roadmap" id={id} />
          <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => making.copy(id)}>
            Копия на следующий год
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setAsking(true)}>
            Удалить документ…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={asking} onClose={() => setAsking(false)} title="Удалить документ?">
        <Text>Вместе с ним уйдут отметки о выполнении и связи его пунктов. Удаление можно отменить: Ctrl+Z.</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={() => setAsking(false)} data-autofocus>
            Не удалять
          </Button>
          <Button color="red.9" loading={remove.pending} onClick={() => void removeIt().catch(() => undefined)}>
            Удалить
          </Button>
        </Group>
      </Modal>
    </>
  )
}
