import { blankRoadmapSection } from '@shared/contract/blank'
import type { RoadmapDraft } from '@shared/contract/old-papers'
import { columnRoles, numberings, type RoadmapColumn, roadmapKinds } from '@shared/contract/roadmaps'
import { useMemo } from 'react'
import { useCall } from '../../../app/queries'
import { DateField } from '../../../components/fields/DateField'
import { SelectField } from '../../../components/fields/SelectField'
import { TextAreaField } from '../../../components/fields/TextAreaField'
import { TextField } from '../../../components/fields/TextField'
import { FieldGrid, FormSection, Wide } from '../../../components/record/FormSection'

import { AddButton } from '../protocol/PeopleFields'
import { Field } from '../review/Field'
import classes from './Roadmap.module.css'
import { SectionCard } from './SectionCard'
import { useRoadmap } from './useRoadmap'

/** A road map or plan as it was understood, in the order of the paper. */
export function RoadmapFields({ roadmap }: { roadmap: RoadmapDraft }) {
  const { edit } = useRoadmap()
  const { from, to } = roadmap
  const day = useMemo(() => ({ date: from, period: from !== null && to !== null ? { from, to } : null }), [from, to])
  let running = 0
  return (
    <>
      <Head roadmap={roadmap} />
      <FormSection title="Столбцы">
        <div className={classes.columns}>
          {roadmap.columns.map((column) => (
            <Column key={column.uid} column={column} />
          ))}
        </div>
      </FormSection>
      {roadmap.sections.map((section, index) => {
        const start = roadmap.numbering === 'section' ? 0 : running
        running += section.items.length
        return (
          <SectionCard
            key={section.uid}
            section={section}
            index={index}
            start={roadmap.numbering === 'none' ? null : start}
            columns={roadmap.columns}
            day={day}
          />
        )
      })}
      <AddButton
        title="Раздел"
        onClick={() => {
          const section = blankRoadmapSection()
          edit(`sections/${section.uid}/title`, (r) => ({ ...r, sections: [...r.sections, section] }))
        }}
      />
      <FormSection title="До и после таблицы">
        {(['preamble', 'closing', 'note'] as const).map((name) => (
          <Field key={name} path={name} label={texts[name]}>
            <TextAreaField
              label={texts[name]}
              value={roadmap[name]}
              onChange={(text) => edit(name, (r) => ({ ...r, [name]: text }))}
            />
          </Field>
        ))}
      </FormSection>
    </>
  )
}

const texts = {
  preamble: 'Перед таблицей: цели, задачи',
  closing: 'После таблицы',
  note: 'Заметки (в документ не печатаются)',
} as const

function Head({ roadmap }: { roadmap: RoadmapDraft }) {
  const { edit } = useRoadmap()
  const associations = useCall('associations.series', {})
  const { approval } = roadmap
  const choices: Record<string, string> = { none: 'не указано' }
  for (const one of associations.data ?? []) choices[String(one.associationId)] = one.association
  const approve = (part: Partial<RoadmapDraft['approval']>) =>
    edit('approval', (r) => ({ ...r, approval: { ...r.approval, ...part } }))
  const missing = 'Впишите: без этого план не сохранить'
  return (
    <FormSection title="Шапка">
      <FieldGrid>
        <Wide>
          <Field path="title" label="Название">
            <TextAreaField
              label="Название"
              minRows={1}
              required
              value={roadmap.title}
              error={roadmap.title.trim() === '' ? missing : undefined}
              onChange={(title) => edit('title', (r) => ({ ...r, title }))}
            />
          </Field>
        </Wide>
        <Wide>
          <Field path={['period', 'from', 'to']} label="На какое время">
            <FieldGrid>
              <DateField
                label="Начало"
                required
                value={roadmap.from}
                error={roadmap.from === null ? missing : undefined}
                onChange={(from) => edit('period', (r) => ({ ...r, from }))}
              />
              <DateField
                label="Окончание"
                required
                value={roadmap.to}
                error={roadmap.to === null ? missing : undefined}
                onChange={(to) => edit('period', (r) => ({ ...r, to }))}
              />
            </FieldGrid>
          </Field>
        </Wide>
        <Field path="kind" label="Вид">
          <SelectField
            label="Вид"
            choices={roadmapKinds}
            value={roadmap.kind}
            onChange={(kind) => edit('kind', (r) => ({ ...r, kind }))}
          />
        </Field>
        <Field path="numbering" label="Нумерация пунктов">
          <SelectField
            label="Нумерация пунктов"
            choices={numberings}
            value={roadmap.numbering}
            onChange={(numbering) => edit('numbering', (r) => ({ ...r, numbering }))}
          />
        </Field>
        <Field path="associationId" label="Объединение">
          <SelectField
            label="Объединение"
            choices={choices}
            value={roadmap.associationId === null ? 'none' : String(roadmap.associationId)}
            onChange={(id) =>
              edit('associationId', (r) => ({ ...r, associationId: id === 'none' ? null : Number(id) }))
            }
          />
        </Field>
        <Wide>
          <Field path="approval" label="Утверждение">
            <FieldGrid>
              <Wide>
                <TextAreaField
                  label="Утверждение, как в документе"
                  minRows={1}
                  value={approval.text}
                  onChange={(text) => approve({ text })}
                />
              </Wide>
              <TextField label="Номер приказа" value={approval.number} onChange={(number) => approve({ number })} />
              <DateField label="Дата приказа" value={approval.date} onChange={(date) => approve({ date })} />
              <TextField label="Номер приложения" value={approval.annex} onChange={(annex) => approve({ annex })} />
            </FieldGrid>
          </Field>
        </Wide>
      </FieldGrid>
    </FormSection>
  )
}

function Column({ column }: { column: RoadmapColumn }) {
  const { edit } = useRoadmap()
  const path = `columns/${column.uid}`
  const set = (part: Partial<RoadmapColumn>) =>
    edit(path, (r) => ({
      ...r,
      columns: r.columns.map((one) => (one.uid === column.uid ? { ...one, ...part } : one)),
    }))
  return (
    <Field path={path} label={`Столбец «${column.title}»`}>
      <div className={classes.column}>
        <TextField bare ariaLabel="Заголовок столбца" value={column.title} onChange={(title) => set({ title })} />
        <SelectField
          bare
          ariaLabel={`Что в столбце «${column.title}»`}
          choices={columnRoles}
          value={column.role}
          onChange={(role) => set({ role })}
        />
      </div>
    </Field>
  )
}
