import { Select } from '@mantine/core'
import { numberings, type Roadmap, roadmapKinds } from '@shared/contract/roadmaps'
import { isRealDate } from '@shared/domain/dates'
import { useCall } from '../../../app/queries'
import { DateField } from '../../../components/fields/DateField'
import { SelectField } from '../../../components/fields/SelectField'
import { TextAreaField } from '../../../components/fields/TextAreaField'
import { TextField } from '../../../components/fields/TextField'
import { FieldGrid, FormSection, Wide } from '../../../components/record/FormSection'
import { withPeriod } from '../model/cells'
import { ColumnsEditor } from './ColumnsEditor'
import classes from './Editor.module.css'
import type { RoadmapEditing } from './useRoadmapEditing'

/** «Сведения»: everything of the paper beside its table. */
export function HeadView({ editing }: { editing: RoadmapEditing }) {
  const { roadmap, change } = editing
  const associations = useCall('associations.list', { limit: 1000, totals: false })
  const set = (patch: Partial<Roadmap>) => change((now) => ({ ...now, ...patch }))
  const setApproval = (patch: Partial<Roadmap['approval']>) =>
    change((now) => ({ ...now, approval: { ...now.approval, ...patch } }))
  const setPeriod = (patch: { from?: string; to?: string }) => {
    const period = { from: patch.from ?? roadmap.from, to: patch.to ?? roadmap.to }
    change((now) =>
      isRealDate(period.from) && isRealDate(period.to) ? withPeriod(now, period) : { ...now, ...period },
    )
  }
  const { approval } = roadmap
  return (
    <div className={classes.head}>
      <div className={classes.form}>
        <FormSection title="Документ">
          <FieldGrid>
            <Wide>
              <TextAreaField
                label="Название"
                required
                minRows={1}
                value={roadmap.title}
                onChange={(title) => set({ title })}
                error={roadmap.title.trim() === '' ? 'Впишите название: без него документ не записать.' : undefined}
              />
            </Wide>
            <SelectField label="Вид" choices={roadmapKinds} value={roadmap.kind} onChange={(kind) => set({ kind })} />
            <Select
              label="Объединение"
              size="sm"
              clearable
              placeholder="не указано"
              data={(associations.data?.rows ?? []).map((one) => ({ value: String(one.id), label: one.shortName }))}
              value={roadmap.associationId === null ? null : String(roadmap.associationId)}
              onChange={(value) => set({ associationId: value === null ? null : Number(value) })}
              clearButtonProps={{ 'aria-label': 'Не указывать объединение' }}
            />
            <DateField
              label="Начало"
              required
              mandatory
              value={roadmap.from === '' ? null : roadmap.from}
              onChange={(from) => setPeriod({ from: from ?? '' })}
              description="Сроки без года относятся к этому времени"
            />
            <DateField
              label="Окончание"
              required
              mandatory
              value={roadmap.to === '' ? null : roadmap.to}
              onChange={(to) => setPeriod({ to: to ?? '' })}
              error={roadmap.to < roadmap.from ? 'Окончание раньше начала.' : undefined}
            />
          </FieldGrid>
        </FormSection>
        <FormSection title="Утверждение">
          <FieldGrid>
            <Wide>
              <TextAreaField
                label="Как напечатать"
                minRows={1}
                placeholder="Приложение 2 к приказу управления образования от … № …"
                value={approval.text}
                onChange={(text) => setApproval({ text })}
              />
            </Wide>
            <TextField label="Номер приказа" value={approval.number} onChange={(number) => setApproval({ number })} />
            <DateField label="Дата приказа" value={approval.date} onChange={(date) => setApproval({ date })} />
            <TextField label="Номер приложения" value={approval.annex} onChange={(annex) => setApproval({ annex })} />
          </FieldGrid>
        </FormSection>
        <FormSection title="Таблица">
          <ColumnsEditor roadmap={roadmap} change={change} />
          <div className={classes.narrow}>
            <SelectField
              label="Нумерация пунктов"
              choices={numberings}
              value={roadmap.numbering}
              onChange={(numbering) => set({ numbering })}
            />
          </div>
        </FormSection>
        <FormSection title="Текст">
          <TextAreaField label="Перед таблицей" value={roadmap.preamble} onChange={(preamble) => set({ preamble })} />
          <TextAreaField label="После таблицы" value={roadmap.closing} onChange={(closing) => set({ closing })} />
          <TextAreaField
            label="Заметки"
            description="Для себя: не печатаются"
            value={roadmap.note}
            onChange={(note) => set({ note })}
          />
        </FormSection>
      </div>
    </div>
  )
}
