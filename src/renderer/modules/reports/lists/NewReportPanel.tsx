import { Button, Radio, Select, Stack, Text } from '@mantine/core'
import { formatSchoolYear } from '@shared/domain/school-year'
import { counted } from '@shared/domain/text/plural'
import { useState } from 'react'
import { call } from '../../../app/api'
import { useGo } from '../../../app/navigation'
import { useCall } from '../../../app/queries'
import { useSchoolYear } from '../../../app/schoolYear'
import { showError } from '../../../app/toasts'
import { RecordPanel } from '../../../components/RecordPanel'

export interface NewReportPanelProps {
  /** The report to begin with, when one is asked for. */
  like: number | null
  onClose: () => void
}

type Beginning = 'usual' | 'report' | 'template'

/** «Составить отчёт»: of what, for what year, beginning with what. It opens at once. */
export function NewReportPanel({ like, onClose }: NewReportPanelProps) {
  const go = useGo()
  const year = useSchoolYear()
  const associations = useCall('associations.list', { limit: 1000, totals: false })
  const templates = useCall('reports.templates', {})
  const reports = useCall('reports.list', { limit: 200, sort: [{ column: 'schoolYear', desc: true }] })
  const [schoolYear, setSchoolYear] = useState(year.schoolYear)
  const [touched, setAssociation] = useState<string | null>(null)
  const [chosen, setBeginning] = useState<Beginning>(like === null ? 'usual' : 'report')
  const [report, setReport] = useState<string | null>(like === null ? null : String(like))
  const [template, setTemplate] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const earlier = reports.data?.rows ?? []
  const kept = templates.data ?? []
  const beginning = chosen === 'report' && reports.data && earlier.length === 0 ? 'usual' : chosen
  const reportId = Number(report ?? earlier[0]?.id ?? 0)
  const other = useCall('reports.get', { id: reportId }, { enabled: beginning === 'report' && reportId > 0 })
  const usual = beginning === 'report' ? (other.data?.report.associationId ?? null) : null
  const association = touched ?? (usual === null ? '' : String(usual))
  const templateId = Number(template ?? kept[0]?.id ?? 0)

  const create = async () => {
    setBusy(true)
    try {
      const blank = await call('reports.blank', {
        schoolYear,
        associationId: association === '' ? null : Number(association),
        reportId: beginning === 'report' ? reportId : null,
        templateId: beginning === 'template' ? templateId : null,
      })
      const { id } = await call('reports.save', { id: null, revision: null, report: blank })
      go(`/reports/${id}`)
    } catch (error) {
      showError(error)
      setBusy(false)
    }
  }
  const content = (
    <Stack gap="md" maw={520}>
      <Select
        label="Учебный год"
        data={year.years.map((one) => ({ value: one, label: formatSchoolYear(one) }))}
        value={schoolYear}
        allowDeselect={false}
        onChange={(value) => value !== null && setSchoolYear(value)}
        data-autofocus
      />
      <Select
        label="О чьей работе"
        data={[
          { value: '', label: 'Весь муниципалитет' },
          ...(associations.data?.rows ?? []).map((one) => ({ value: String(one.id), label: one.shortName })),
        ]}
        value={association}
        allowDeselect={false}
        onChange={setAssociation}
      />
      <Radio.Group
        label="С чего начать"
        value={beginning}
        onChange={(value) => setBeginning(value === 'report' || value === 'template' ? value : 'usual')}
      >
        <Stack gap={8} mt={6}>
          <Radio value="usual" label="Обычные разделы" description="Все разделы годового отчёта; лишние можно скрыть" />
          <Radio
            value="report"
            label="Прежний отчёт"
            description="Его разделы и ваши тексты; числа будут нового года"
            disabled={earlier.length === 0}
          />
          {beginning === 'report' && earlier.length > 0 && (
            <Select
              aria-label="Прежний отчёт"
              ml={28}
              searchable
              nothingFoundMessage="Такого отчёта нет"
              data={earlier.map((one) => ({
                value: String(one.id),
                label: `${formatSchoolYear(one.schoolYear)} — ${one.title}`,
              }))}
              value={String(reportId)}
              allowDeselect={false}
              onChange={setReport}
            />
          )}
          <Radio
            value="template"
            label="Шаблон"
            description={
              kept.length === 0 ? 'Шаблонов пока нет: любой отчёт можно сохранить как шаблон' : 'Ваш порядок разделов'
            }
            disabled={kept.length === 0}
          />
          {beginning === 'template' && (
            <Select
              aria-label="Шаблон"
              ml={28}
              data={kept.map((one) => ({
                value: String(one.id),
                label: `${one.name} (${counted(one.sections, ['раздел', 'раздела', 'разделов'])})`,
              }))}
              value={String(templateId)}
              allowDeselect={false}
              onChange={setTemplate}
            />
          )}
        </Stack>
      </Radio.Group>
      <Button loading={busy} onClick={() => void create()} style={{ alignSelf: 'flex-start' }}>
        Составить отчёт
      </Button>
      <Text size="sm" c="dimmed">
        Отчёт сохраняется сам. Пока он не сдан, числа в нём всегда такие, как в программе.
      </Text>
    </Stack>
  )
  return <RecordPanel title="Новый отчёт" tabs={[{ id: 'new', title: 'С чего начать', content }]} onClose={onClose} />
}
