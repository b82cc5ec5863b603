import { ActionIcon, Alert, Button, Checkbox, Group, Menu, Skeleton, TextInput, Tooltip } from '@mantine/core'
import { blankPiece } from '@shared/contract/blank'
import type { SectionContent } from '@shared/contract/report-content'
import type { ReportSection } from '@shared/contract/reports'
import {
  IconCheck,
  IconDotsVertical,
  IconEye,
  IconEyeOff,
  IconPencilPlus,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react'
import { memo, useState } from 'react'
import { errorSentence } from '../../../app/toasts'
import { acceptSection, type SectionMarks } from '../model/marks'
import { changeSection, insertPiece, ownText, toggleHidden } from '../model/steps'
import { useComposer } from './ComposerContext'
import { Piece } from './Piece'
import classes from './Section.module.css'

export interface SectionPaneProps {
  section: ReportSection
  content: SectionContent | undefined
  waiting: boolean
  error: Error | undefined
  marks: SectionMarks | undefined
  /** The piece being worked on. */
  open: string | null
}

/** The middle pane: the section being worked on, piece after piece. */
export const SectionPane = memo(function SectionPane(props: SectionPaneProps) {
  const { section, content, marks, open } = props
  const { readOnly } = useComposer()
  return (
    <section className={classes.section} aria-label={`Раздел «${section.title}»`}>
      <Head section={section} content={content} marks={marks} />
      {props.error && (
        <Alert color="red" title="Данные раздела не прочитались">
          {errorSentence(props.error)}
        </Alert>
      )}
      {section.pieces.length === 0 && (
        <p className={classes.none}>
          В разделе пока ничего нет. Добавьте часть, которую программа составит по данным, или свой текст.
        </p>
      )}
      {section.pieces.map((piece) => (
        <Piece
          key={piece.uid}
          section={section}
          piece={piece}
          content={content}
          waiting={props.waiting}
          mark={marks?.pieces.get(piece.uid)}
          isOpen={open === piece.uid}
        />
      ))}
      {props.waiting && section.pieces.length === 0 && <Skeleton height={60} />}
      {!readOnly && <Foot section={section} content={content} marks={marks} />}
    </section>
  )
})

type HeadProps = Pick<SectionPaneProps, 'section' | 'content' | 'marks'>

const Head = memo(function Head({ section, content, marks }: HeadProps) {
  const { readOnly, commit, remove } = useComposer()
  const wanting = marks !== undefined && (marks.unaccepted > 0 || marks.changed > 0)
  if (readOnly) return <h2 className={classes.title}>{section.title}</h2>
  return (
    <div className={classes.head}>
      <SectionTitle key={section.title} section={section} />
      <Group gap={8} className={classes.headTools}>
        <Checkbox
          size="xs"
          label="С новой страницы"
          checked={section.newPage}
          onChange={(event) => {
            const newPage = event.currentTarget.checked
            commit(changeSection(section.uid, (now) => ({ ...now, newPage })))
          }}
        />
        <div className={classes.spring} />
        {wanting && content && !section.hidden && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconCheck size={15} aria-hidden />}
            onClick={() => commit(acceptSection(section.uid, content))}
          >
            Принять весь раздел
          </Button>
        )}
        <Tooltip label={section.hidden ? 'Показать в отчёте' : 'Скрыть из отчёта'}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={section.hidden ? 'Показать раздел в отчёте' : 'Скрыть раздел из отчёта'}
            onClick={() => commit(toggleHidden({ section: section.uid, piece: null }))}
          >
            {section.hidden ? <IconEyeOff size={17} aria-hidden /> : <IconEye size={17} aria-hidden />}
          </ActionIcon>
        </Tooltip>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={28} aria-label="Ещё действия с разделом">
              <IconDotsVertical size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconPencilPlus size={16} aria-hidden />}
              onClick={() => commit(insertPiece(section.uid, ownText(), section.pieces[0]?.uid ?? null))}
            >
              Добавить текст в начало раздела
            </Menu.Item>
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => remove({ section: section.uid, piece: null })}
            >
              Убрать раздел
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      {section.hidden && <p className={classes.hiddenNote}>Раздел скрыт: в отчёте его не будет.</p>}
    </div>
  )
}, isSameBesideTexts)

/** What is typed into a text leaves the head and the foot of its section as they are. */
function isSameBesideTexts(before: HeadProps, after: HeadProps): boolean {
  const [one, other] = [before.section, after.section]
  return (
    before.content === after.content &&
    before.marks?.changed === after.marks?.changed &&
    before.marks?.unaccepted === after.marks?.unaccepted &&
    one.title === other.title &&
    one.hidden === other.hidden &&
    one.newPage === other.newPage &&
    one.pieces.length === other.pieces.length &&
    one.pieces.every(({ uid }, at) => uid === other.pieces[at]?.uid)
  )
}

/** Taken when it is left or Enter is pressed; an empty one goes back to what it was. */
function SectionTitle({ section }: { section: ReportSection }) {
  const { commit } = useComposer()
  const [title, setTitle] = useState(section.title)
  const take = () => {
    const next = title.replace(/\s+/gu, ' ').trim()
    if (next === '') setTitle(section.title)
    else commit(changeSection(section.uid, (now) => (now.title === next ? now : { ...now, title: next })))
  }
  return (
    <TextInput
      aria-label="Заголовок раздела"
      variant="unstyled"
      classNames={{ input: classes.titleInput }}
      value={title}
      spellCheck
      onChange={(event) => setTitle(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
        if (event.key === 'Escape') setTitle(section.title)
      }}
    />
  )
}

/** What can be put at the end of the section. */
const Foot = memo(function Foot({ section }: HeadProps) {
  const { commit, show, catalogue } = useComposer()
  const spec = catalogue.find((one) => one.kind === section.kind)
  const missing = (spec?.parts ?? []).filter((part) => !section.pieces.some((piece) => piece.part === part.key))
  const add = (piece: ReturnType<typeof ownText>) => {
    commit(insertPiece(section.uid, piece, null))
    show({ section: section.uid, piece: piece.uid }, { focus: true })
  }
  return (
    <Group gap={8} className={classes.foot}>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPencilPlus size={15} aria-hidden />}
        onClick={() => add(ownText())}
      >
        Добавить текст
      </Button>
      {missing.length > 0 && (
        <Menu position="bottom-start" withinPortal>
          <Menu.Target>
            <Button size="compact-sm" variant="default" leftSection={<IconPlus size={15} aria-hidden />}>
              Добавить из данных
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {missing.map((part) => (
              <Menu.Item key={part.key} onClick={() => add(blankPiece(part.key))}>
                {part.title}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  )
}, isSameBesideTexts)
