import { ActionIcon, Button, Menu, Skeleton, TextInput, Tooltip } from '@mantine/core'
import { newUid } from '@shared/contract/fields'
import type { ReportPart, SectionContent } from '@shared/contract/report-content'
import type { ReportPiece, ReportSection } from '@shared/contract/reports'
import {
  IconArrowDown,
  IconArrowUp,
  IconCheck,
  IconDotsVertical,
  IconEye,
  IconEyeOff,
  IconPencil,
  IconRowInsertBottom,
  IconRowInsertTop,
  IconTag,
  IconTrash,
} from '@tabler/icons-react'
import { type KeyboardEvent, memo, useState } from 'react'
import { acceptPiece, type PieceMark, partOf, takeText } from '../model/marks'
import { changePiece, insertPiece, insertPieceAfter, moveBy, ownText, toggleHidden } from '../model/steps'
import { ChangesNote } from './ChangesNote'
import { pieceName, useComposer } from './ComposerContext'
import classes from './Piece.module.css'
import { ChartView, SentencesView, TableView } from './parts'
import { TextArea } from './TextArea'

export interface PieceProps {
  section: ReportSection
  piece: ReportPiece
  content: SectionContent | undefined
  waiting: boolean
  mark: PieceMark | undefined
  isOpen: boolean
}

/** One piece of a section: a part made from the data, or a text of hers. Typing in another piece does not draw it anew. */
export const Piece = memo(
  function Piece(props: PieceProps) {
    const { section, piece, content, mark, isOpen } = props
    const composer = useComposer()
    const { readOnly, commit } = composer
    const place = { section: section.uid, piece: piece.uid }
    const part = piece.part === '' ? undefined : partOf(content, piece)
    const name = pieceName(section, piece.uid, composer.catalogue)
    const state = mark?.state ?? 'fine'
    const onKeyDown = (event: KeyboardEvent) => {
      if (readOnly || event.defaultPrevented) return
      if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
        commit(moveBy(place, event.key === 'ArrowUp' ? -1 : 1))
      } else if (event.ctrlKey && event.key === 'Enter' && content && state !== 'fine') {
        commit(acceptPiece(place, content))
      } else return
      event.preventDefault()
    }
    return (
      <article
        className={classes.piece}
        data-piece-card={piece.uid}
        data-state={piece.part === '' ? undefined : state}
        data-own={piece.part === '' || undefined}
        data-hidden={piece.hidden || undefined}
        data-open={isOpen || undefined}
        aria-label={name}
        onKeyDown={onKeyDown}
        onFocus={() => {
          if (!isOpen) composer.show(place)
        }}
      >
        {(piece.part !== '' || !readOnly) && <Head {...props} name={name} part={part} />}
        <Body {...props} part={part} />
        {mark && state === 'changed' && !readOnly && (
          <ChangesNote place={place} piece={piece} mark={mark} content={content} />
        )}
      </article>
    )
  },
  (before, after) =>
    before.piece === after.piece &&
    before.content === after.content &&
    before.waiting === after.waiting &&
    before.mark === after.mark &&
    before.isOpen === after.isOpen &&
    // Of its section it says only the kind and who stands beside it.
    before.section.kind === after.section.kind &&
    before.section.uid === after.section.uid,
)

type PartProps = PieceProps & { part: ReportPart | undefined }

type HeadProps = PartProps & { name: string }

const Head = memo(function Head({ section, piece, content, mark, name, part }: HeadProps) {
  const { readOnly, commit, remove, show } = useComposer()
  const place = { section: section.uid, piece: piece.uid }
  const state = mark?.state ?? 'fine'
  const [captioning, setCaptioning] = useState(false)
  const isMade = piece.part !== ''
  const beside = (where: 'before' | 'after') => {
    const text = ownText()
    commit(
      where === 'before' ? insertPiece(section.uid, text, piece.uid) : insertPieceAfter(section.uid, text, piece.uid),
    )
    show({ section: section.uid, piece: text.uid }, { focus: true })
  }
  const take = (from: Extract<ReportPart, { form: 'text' }>) => {
    const uid = newUid()
    commit(takeText(place, from, { uid }))
    show({ section: section.uid, piece: uid }, { focus: true })
  }
  return (
    <header className={classes.head}>
      <span className={classes.name}>{isMade ? name : 'Мой текст'}</span>
      {!readOnly && state === 'new' && <span className={classes.new}>{isMade ? 'не принято' : 'не проверено'}</span>}
      {piece.hidden && <span className={classes.new}>скрыто</span>}
      <span className={classes.spring} />
      {!readOnly && (
        <span className={classes.tools}>
          {state !== 'fine' && content && !piece.hidden && (isMade || state === 'new') && (
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconCheck size={14} aria-hidden />}
              title="Ctrl+Enter"
              aria-label={`Принять: ${name}`}
              onClick={() => commit(acceptPiece(place, content))}
            >
              Принять
            </Button>
          )}
          {part?.form === 'text' && !piece.hidden && (
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<IconPencil size={14} aria-hidden />}
              onClick={() => take(part)}
            >
              Взять текст себе
            </Button>
          )}
          <Tooltip label={piece.hidden ? 'Показать в отчёте' : 'Скрыть из отчёта'}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={26}
              aria-label={`${piece.hidden ? 'Показать в отчёте' : 'Скрыть из отчёта'}: ${name}`}
              onClick={() => commit(toggleHidden(place))}
            >
              {piece.hidden ? <IconEyeOff size={15} aria-hidden /> : <IconEye size={15} aria-hidden />}
            </ActionIcon>
          </Tooltip>
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size={26} aria-label={`Ещё действия: ${name}`}>
                <IconDotsVertical size={15} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconRowInsertTop size={16} aria-hidden />} onClick={() => beside('before')}>
                Добавить текст перед этим
              </Menu.Item>
              <Menu.Item leftSection={<IconRowInsertBottom size={16} aria-hidden />} onClick={() => beside('after')}>
                Добавить текст после этого
              </Menu.Item>
              {(part?.form === 'table' || part?.form === 'chart') && (
                <Menu.Item leftSection={<IconTag size={16} aria-hidden />} onClick={() => setCaptioning(true)}>
                  Своя подпись
                </Menu.Item>
              )}
              <Menu.Divider />
              <Menu.Item leftSection={<IconArrowUp size={16} aria-hidden />} onClick={() => commit(moveBy(place, -1))}>
                Выше (Alt+↑)
              </Menu.Item>
              <Menu.Item leftSection={<IconArrowDown size={16} aria-hidden />} onClick={() => commit(moveBy(place, 1))}>
                Ниже (Alt+↓)
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => remove(place)}>
                Убрать
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </span>
      )}
      {captioning && part && (
        <Caption
          value={piece.title}
          usual={part.title}
          onTake={(title) => {
            setCaptioning(false)
            if (title !== null) commit(changePiece(place, (now) => (now.title === title ? now : { ...now, title })))
          }}
        />
      )}
    </header>
  )
}, isSameHead)

/** Letters typed into the piece leave its head as it is. */
function isSameHead(before: HeadProps, after: HeadProps): boolean {
  return (
    before.content === after.content &&
    before.part === after.part &&
    before.name === after.name &&
    before.mark?.state === after.mark?.state &&
    before.piece.hidden === after.piece.hidden &&
    before.piece.title === after.piece.title &&
    before.section.uid === after.section.uid
  )
}

/** @param onTake null: as it was */
function Caption(props: { value: string; usual: string; onTake: (title: string | null) => void }) {
  const [title, setTitle] = useState(props.value === '' ? props.usual : props.value)
  const take = () => {
    const next = title.replace(/\s+/gu, ' ').trim()
    props.onTake(next === props.usual ? '' : next)
  }
  return (
    <TextInput
      className={classes.caption}
      size="xs"
      aria-label="Своя подпись"
      description="Пусто — подпись программы. Номер таблицы или рисунка ставится сам."
      value={title}
      autoFocus
      spellCheck
      onChange={(event) => setTitle(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
        else if (event.key === 'Escape') props.onTake(null)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}

function Body({ section, piece, content, waiting, part }: PartProps) {
  const { readOnly } = useComposer()
  if (piece.part === '') {
    if (readOnly) return piece.text === '' ? null : <div className={classes.plain}>{piece.text}</div>
    return <TextArea place={{ section: section.uid, piece: piece.uid }} content={content} isHidden={piece.hidden} />
  }
  if (piece.hidden) return null
  if (waiting) return <Skeleton height={72} mt={4} />
  if (!part)
    return <p className={classes.nothing}>По данным этого года сказать нечего: в отчёте этой части не будет.</p>
  switch (part.form) {
    case 'text':
      return <SentencesView section={section.uid} part={part} />
    case 'table':
      return <TableView section={section.uid} part={part} title={piece.title || part.title} />
    case 'chart':
      return <ChartView section={section.uid} part={part} title={piece.title || part.title} />
  }
}
