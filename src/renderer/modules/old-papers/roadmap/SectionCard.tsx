import { blankRoadmapItem } from '@shared/contract/blank'
import type { RoadmapColumn, RoadmapSection } from '@shared/contract/roadmaps'
import { memo } from 'react'
import { TextAreaField } from '../../../components/fields/TextAreaField'
import { TextField } from '../../../components/fields/TextField'
import type { DueDay } from '../model/dues'
import { removeSection, updateSection } from '../model/roadmap'
import { AddButton } from '../protocol/PeopleFields'
import { RowMenu } from '../protocol/RowMenu'
import { Field } from '../review/Field'
import { useReview } from '../review/ReviewContext'
import { ItemRow } from './ItemRow'
import classes from './Roadmap.module.css'
import { useRoadmap } from './useRoadmap'

export interface SectionCardProps {
  section: RoadmapSection
  index: number
  /** How many items stand before its first in the numbering; null: items have no numbers. */
  start: number | null
  columns: readonly RoadmapColumn[]
  day: DueDay
}

/** A section with its items. */
export const SectionCard = memo(function SectionCard({ section, index, start, columns, day }: SectionCardProps) {
  const { edit, remove } = useRoadmap()
  const { unfold } = useReview()
  const path = `sections/${section.uid}`
  const name = `Раздел ${index + 1}`
  return (
    <section className={classes.section} aria-label={name}>
      <div className={classes.sectionHead}>
        <div className={classes.number}>
          <TextField
            bare
            ariaLabel={`${name}: номер`}
            placeholder="№"
            value={section.number}
            onChange={(number) =>
              edit(`${path}/number`, (r) => updateSection(r, section.uid, (one) => ({ ...one, number })))
            }
          />
        </div>
        <Field path={[`${path}/title`, path]} label={name} className={classes.grow}>
          <TextAreaField
            ariaLabel={name}
            placeholder="без названия"
            minRows={1}
            value={section.title}
            onChange={(title) =>
              edit(`${path}/title`, (r) => updateSection(r, section.uid, (one) => ({ ...one, title })))
            }
          />
        </Field>
        <RowMenu label={name} onRemove={() => remove(path, (r) => removeSection(r, section.uid))} />
      </div>
      {section.items.map((item, at) => (
        <ItemRow
          key={item.uid}
          item={item}
          number={item.number || (start === null ? '' : String(start + at + 1))}
          columns={columns}
          day={day}
        />
      ))}
      <AddButton
        title="Пункт"
        onClick={() => {
          const item = blankRoadmapItem()
          edit(`items/${item.uid}/title`, (r) =>
            updateSection(r, section.uid, (one) => ({ ...one, items: [...one.items, item] })),
          )
          unfold(`items/${item.uid}`, true)
        }}
      />
    </section>
  )
})
