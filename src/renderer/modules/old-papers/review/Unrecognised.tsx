import { Button, Menu } from '@mantine/core'
import type { Original, Place, Understood } from '@shared/contract/old-papers'
import { IconChevronDown } from '@tabler/icons-react'
import { FormSection } from '../../../components/record/FormSection'
import type { Assignment } from '../model/assignment'
import { placeOfLeft } from '../model/lines'
import { unrecognisedPath } from '../model/marks'
import { Field } from './Field'
import classes from './Review.module.css'
import { useReview } from './ReviewContext'

export interface UnrecognisedProps {
  original: Original
  lines: Understood['unrecognised']
  assignments: readonly Assignment[]
  onAssign: (assignment: string, places: readonly Place[]) => void
}

/** Words of the original that belong to no field: each can be made one, or is left and goes into the notes. */
export function Unrecognised({ original, lines, assignments, onAssign }: UnrecognisedProps) {
  const { change } = useReview()
  if (lines.length === 0) return null
  const forget = (index: number) =>
    change((now) => ({ ...now, unrecognised: now.unrecognised.filter((_, at) => at !== index) }))
  return (
    <FormSection title={`Не понято: ${lines.length}`}>
      <p className={classes.hint}>
        Эти слова не попали ни в одно поле. При сохранении они перейдут в заметки. Сделайте из них поле здесь или
        выделите нужные слова слева.
      </p>
      <ul className={classes.left}>
        {lines.map((left, index) => (
          <li key={`${left.line}:${left.text}`}>
            <Field path={unrecognisedPath(index)} label="Не понято">
              <p className={classes.leftText}>{left.text}</p>
              <div className={classes.leftActions}>
                <Menu position="bottom-start" withinPortal>
                  <Menu.Target>
                    <Button
                      size="compact-sm"
                      variant="default"
                      rightSection={<IconChevronDown size={14} aria-hidden />}
                      aria-label={`Сделать из «${left.text.slice(0, 60)}»`}
                    >
                      Сделать
                    </Button>
                  </Menu.Target>
                  <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
                    {assignments.map(({ id, title }) => (
                      <Menu.Item key={id} onClick={() => onAssign(id, [placeOfLeft(original, left)])}>
                        {title}
                      </Menu.Item>
                    ))}
                  </Menu.Dropdown>
                </Menu>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={`Не переносить в заметки «${left.text.slice(0, 60)}»`}
                  onClick={() => forget(index)}
                >
                  Не переносить
                </Button>
              </div>
            </Field>
          </li>
        ))}
      </ul>
    </FormSection>
  )
}
