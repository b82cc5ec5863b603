import type { RoadmapColumn, RoadmapItem } from '@shared/contract/roadmaps'
import { dueSummary } from '@shared/domain/due/summary'
import { IconChevronDown, IconChevronRight, IconHelpCircle } from '@tabler/icons-react'
import { memo } from 'react'
import type { DueDay } from '../model/dues'
import { moveItem, removeItem } from '../model/roadmap'
import { RowMenu } from '../protocol/RowMenu'
import { useMarks, useReview } from '../review/ReviewContext'
import { ItemFields } from './ItemFields'
import classes from './Roadmap.module.css'
import { useRoadmap } from './useRoadmap'

export interface ItemRowProps {
  item: RoadmapItem
  /** As printed; '' without. */
  number: string
  columns: readonly RoadmapColumn[]
  day: DueDay
}

/** An item in a few words; opened, all its fields. A plan of two hundred items stays light. */
export const ItemRow = memo(function ItemRow({ item, number, columns, day }: ItemRowProps) {
  const { unfold, light } = useReview()
  const { unsure, unfolded } = useMarks()
  const { edit, remove } = useRoadmap()
  const path = `items/${item.uid}`
  const isOpen = unfolded.has(path)
  const name = `Пункт ${number}`.trim()
  const isUnsure = unsure.has(item.uid) || item.parts.some(({ uid }) => unsure.has(uid))
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only shows where the item stands in the original
    <div
      className={classes.item}
      data-path={isOpen ? undefined : path}
      data-open={isOpen || undefined}
      onMouseEnter={() => !isOpen && light(path, false)}
    >
      <div className={classes.itemHead}>
        <button
          type="button"
          className={classes.itemButton}
          aria-expanded={isOpen}
          onFocus={() => light(path, true)}
          onClick={() => unfold(path, !isOpen)}
        >
          <Chevron size={16} aria-hidden />
          <span className={classes.itemNumber}>{number}</span>
          <span className={classes.itemWords}>
            <span className={classes.itemTitle}>{titleOf(item)}</span>
            {!isOpen && <Details item={item} />}
          </span>
          {isUnsure && (
            <span className={classes.check}>
              <IconHelpCircle size={15} aria-hidden />
              проверьте
            </span>
          )}
        </button>
        <RowMenu
          label={name}
          onMove={(by) => edit(`${path}/order`, (r) => moveItem(r, item.uid, by))}
          onRemove={() => remove(path, (r) => removeItem(r, item.uid))}
        />
      </div>
      {isOpen && <ItemFields item={item} name={name} columns={columns} day={day} />}
    </div>
  )
})

function titleOf(item: RoadmapItem): string {
  return item.title || item.parts.map(({ title }) => title).join('; ') || 'без названия'
}

function Details({ item }: { item: RoadmapItem }) {
  const dues = dueSummary([...item.dues, ...item.parts.flatMap((part) => part.dues)])
  const executors = item.executors.map(({ text }) => text).join(', ')
  return (
    <span className={classes.details}>
      {[dues || 'срок не указан', executors, item.parts.length > 0 ? `подпунктов: ${item.parts.length}` : '']
        .filter((part) => part !== '')
        .join(' · ')}
    </span>
  )
}
