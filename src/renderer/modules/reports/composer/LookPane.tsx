import { Stack, Switch, Text } from '@mantine/core'
import type { Report } from '@shared/contract/reports'
import { formatSchoolYear } from '@shared/domain/school-year'
import { TextAreaField } from '../../../components/fields/TextAreaField'
import { TextField } from '../../../components/fields/TextField'
import { FormSection } from '../../../components/record/FormSection'
import { useComposer } from './ComposerContext'
import { TemplatesForm } from './TemplatesForm'

/** «Вид»: everything of the paper beside its sections, and the templates. */
export function LookPane({ report, association }: { report: Report; association: string }) {
  const { readOnly, change, commit } = useComposer()
  const set = (patch: Partial<Report>) => change((now) => ({ ...now, ...patch }))
  const sections = report.sections.filter((section) => !section.hidden)
  const onNewPages = sections.length > 1 && sections.every((section, index) => index === 0 || section.newPage)
  return (
    <Stack gap="md">
      <FormSection title="Отчёт">
        <Stack gap="sm">
          <TextAreaField
            label="Название"
            minRows={1}
            required
            readOnly={readOnly}
            value={report.title}
            onChange={(title) => set({ title: title.replace(/\n/gu, ' ') })}
            error={report.title.trim() === '' ? 'Впишите название: без него отчёт не записать.' : undefined}
          />
          <Text size="sm" c="dimmed">
            {formatSchoolYear(report.schoolYear)} учебный год, {association === '' ? 'весь муниципалитет' : association}
          </Text>
          <TextAreaField
            label="Кому"
            minRows={1}
            readOnly={readOnly}
            placeholder="В управление образования …"
            value={report.addressee}
            onChange={(addressee) => set({ addressee })}
          />
          <TextField
            label="Должность подписавшего"
            readOnly={readOnly}
            value={report.signer.position}
            onChange={(position) => change((now) => ({ ...now, signer: { ...now.signer, position } }))}
          />
          <TextField
            label="Подписал"
            readOnly={readOnly}
            value={report.signer.name}
            onChange={(name) => change((now) => ({ ...now, signer: { ...now.signer, name } }))}
          />
        </Stack>
      </FormSection>
      <FormSection title="Страницы">
        <Stack gap="sm">
          <Switch
            label="Сравнивать с прошлым годом"
            checked={report.compare}
            disabled={readOnly}
            onChange={(event) => {
              const compare = event.currentTarget.checked
              commit((now) => ({ ...now, compare }))
            }}
          />
          <Switch
            label="Оглавление"
            checked={report.contents}
            disabled={readOnly}
            onChange={(event) => {
              const contents = event.currentTarget.checked
              commit((now) => ({ ...now, contents }))
            }}
          />
          <Switch
            label="Каждый раздел с новой страницы"
            checked={onNewPages}
            disabled={readOnly}
            onChange={(event) => {
              const newPage = event.currentTarget.checked
              commit((now) => ({
                ...now,
                sections: now.sections.map((section) => ({ ...section, newPage })),
              }))
            }}
          />
        </Stack>
      </FormSection>
      <FormSection title="Заметки">
        <TextAreaField
          ariaLabel="Заметки"
          description="Для себя: не печатаются"
          readOnly={readOnly}
          value={report.note}
          onChange={(note) => set({ note })}
        />
      </FormSection>
      <FormSection title="Шаблоны">
        <TemplatesForm report={report} />
      </FormSection>
    </Stack>
  )
}
