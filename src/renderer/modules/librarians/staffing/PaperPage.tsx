import { Checkbox, SegmentedControl, Text, Title } from '@mantine/core'
import type { LibrarianRow } from '@shared/contract/librarians'
import type { LibrarianPaperColumn } from '@shared/contract/papers'
import type { Paper } from '@shared/papers/model'
import { buildStaffingCertificate } from '@shared/papers/staffing/certificate'
import { buildLibrarianList } from '@shared/papers/staffing/librarian-list'
import {
  isPersonal,
  librarianListColumnKeys,
  librarianListColumns,
  usualColumns,
} from '@shared/papers/staffing/list-columns'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { call } from '../../../app/api'
import { useGo } from '../../../app/navigation'
import { useCall } from '../../../app/queries'
import { useSchoolYear } from '../../../app/schoolYear'
import { savePaper } from '../../../components/paper/files'
import { PaperActions } from '../../../components/paper/PaperActions'
import { PaperBack, PaperFrame } from '../../../components/paper/PaperFrame'
import classes from './PaperPage.module.css'

type Kind = 'staffing' | 'list'

/** Rows laid out in the preview; the paper itself has all. */
const SHOWN = 100

/** /librarians/paper — the certificate or the list as it will print, and what to do with it. */
export function PaperPage() {
  const search: { kind?: unknown } = useSearch({ strict: false })
  const kind: Kind = search.kind === 'list' ? 'list' : 'staffing'
  const { schoolYear } = useSchoolYear()
  const go = useGo()
  const [columns, setColumns] = useState<readonly LibrarianPaperColumn[]>(usualColumns)
  const [personal, setPersonal] = useState(true)
  const profile = useCall('profile.get', {})
  const staffing = useCall('librarians.staffing', { schoolYear })
  const people = useWorking(kind === 'list' ? schoolYear : null)
  const rows = people.data

  const build = useMemo(() => {
    if (!profile.data || !staffing.data) return null
    const [settings, counted] = [profile.data, staffing.data]
    if (kind === 'staffing') return (): Paper => buildStaffingCertificate(counted, settings)
    if (!rows) return null
    const options = { profile: settings, on: counted.on, columns, personal }
    return (limit: number): Paper => buildLibrarianList(rows.slice(0, limit), options)
  }, [kind, profile.data, staffing.data, rows, columns, personal])
  const shown = useMemo(() => build?.(SHOWN) ?? null, [build])
  const whole = (): Paper | null => build?.(Number.POSITIVE_INFINITY) ?? null

  const save = (templateId: number | null) => {
    const paper = whole()
    if (!paper) return
    const query = { schoolYear }
    if (kind === 'staffing') void savePaper('papers.staffing', { ...query, templateId }, paper.title)
    else void savePaper('papers.librarians', { query, columns, personal, templateId }, paper.title)
  }
  const error = profile.error ?? staffing.error ?? people.error
  const none = kind === 'list' && columns.length === 0
  return (
    <PaperFrame paper={shown} error={error}>
      <PaperBack to="/librarians/staffing">Кадровый состав</PaperBack>
      <Title order={1} size="h3">
        {kind === 'staffing' ? 'Справка о кадрах' : 'Список библиотекарей'}
      </Title>
      <SegmentedControl
        size="xs"
        aria-label="Документ"
        data={[
          { value: 'staffing', label: 'Справка' },
          { value: 'list', label: 'Список' },
        ]}
        value={kind}
        onChange={(next) => go(`/librarians/paper?kind=${next}`)}
      />
      <PaperActions disabled={!build || none} whole={whole} onWord={save} />
      {kind === 'list' && (
        <Columns columns={columns} onColumns={setColumns} personal={personal} onPersonal={setPersonal} />
      )}
      {kind === 'list' && rows && rows.length > SHOWN && (
        <Text size="xs" c="dimmed">
          Показаны первые {SHOWN}; в документе будут все.
        </Text>
      )}
    </PaperFrame>
  )
}

interface ColumnsProps {
  columns: readonly LibrarianPaperColumn[]
  onColumns: (columns: readonly LibrarianPaperColumn[]) => void
  personal: boolean
  onPersonal: (personal: boolean) => void
}

function Columns({ columns, onColumns, personal, onPersonal }: ColumnsProps) {
  return (
    <>
      <Checkbox
        size="xs"
        label="Без персональных данных"
        checked={!personal}
        onChange={(event) => onPersonal(!event.currentTarget.checked)}
      />
      <fieldset className={classes.columns}>
        <legend>Столбцы</legend>
        {librarianListColumnKeys.map((key) => (
          <Checkbox
            key={key}
            size="xs"
            label={librarianListColumns[key].title}
            disabled={!personal && isPersonal(key)}
            checked={columns.includes(key) && (personal || !isPersonal(key))}
            onChange={(event) => {
              const chosen = event.currentTarget.checked
              // In the order of the form, whatever was ticked last.
              onColumns(librarianListColumnKeys.filter((one) => (one === key ? chosen : columns.includes(one))))
            }}
          />
        ))}
      </fieldset>
    </>
  )
}

/** Everybody who works in that year; null asks nothing. */
function useWorking(schoolYear: string | null) {
  return useQuery<LibrarianRow[], Error>({
    queryKey: ['librarians.list', { everybody: schoolYear }],
    enabled: schoolYear !== null,
    queryFn: async () => {
      const filters = [{ op: 'equals' as const, column: 'working', value: true }]
      const rows: LibrarianRow[] = []
      for (;;) {
        const page = await call('librarians.list', { schoolYear, filters, offset: rows.length, limit: 1000 })
        rows.push(...page.rows)
        if (page.rows.length < 1000) return rows
      }
    },
  })
}
