import { Button, Radio, Select, Stack, Text } from '@mantine/core'
import type { Roadmap, RoadmapRecord } from '@shared/contract/roadmaps'
import { isRealDate, todayIso } from '@shared/domain/dates'
import type { Paper } from '@shared/papers/model'
import { buildRoadmapReport } from '@shared/papers/roadmap/report'
import { buildRoadmap } from '@shared/papers/roadmap/roadmap'
import { buildRoadmapYear } from '@shared/papers/roadmap/year'
import { IconFileTypeXls } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useCall } from '../../../app/queries'
import { PaperActions } from '../../../components/paper/PaperActions'
import { PaperFrame } from '../../../components/paper/PaperFrame'
import { pruned } from '../model/structure'
import { monthsOf, rangeAt, rangesOf } from '../model/year'
import classes from './PaperPane.module.css'
import { isPaperKind, type PaperKind, paperKinds, type SavePapers } from './papers'

export interface PaperPaneProps {
  record: RoadmapRecord
  /** As it is being typed. */
  roadmap: Roadmap
  kind: PaperKind
  onKind: (kind: PaperKind) => void
  papers: SavePapers
}

/** More months than a page bears. */
const MOST_MONTHS = 24

/** «Документ»: what will be printed, and what to do with it. */
export function PaperPane({ record, roadmap, kind, onKind, papers }: PaperPaneProps) {
  const today = todayIso(new Date())
  const profile = useCall('profile.get', {})
  const ranges = useMemo(
    () => rangesOf(record.roadmap).filter((range) => monthsOf(range).length <= MOST_MONTHS),
    [record.roadmap],
  )
  const [title, setTitle] = useState<string | null>(null)
  const range = ranges.find((one) => one.title === title) ?? rangeAt(ranges, today)
  const from = range?.from ?? today
  const to = range?.to ?? today
  const bars = useCall('roadmaps.bars', { id: record.id, from, to }, { enabled: kind === 'year', keepPrevious: true })
  const paper = useMemo((): Paper | null => {
    if (!profile.data || !isRealDate(roadmap.from) || !isRealDate(roadmap.to)) return null
    const shown = { ...record, roadmap: pruned(roadmap) }
    if (kind === 'report') return buildRoadmapReport(shown, today, profile.data)
    if (kind === 'year') return bars.data ? buildRoadmapYear(shown, bars.data, { from, to }, profile.data) : null
    return buildRoadmap(shown, profile.data, { execution: kind === 'execution' })
  }, [record, roadmap, kind, profile.data, bars.data, from, to, today])

  const excel = kind === 'report' ? papers.reportSheet : kind === 'year' ? null : papers.sheet
  return (
    <div className={classes.desk}>
      <PaperFrame paper={paper}>
        <Radio.Group label="Что напечатать" value={kind} onChange={(next) => isPaperKind(next) && onKind(next)}>
          <Stack gap={6} mt={6}>
            {Object.entries(paperKinds).map(([value, label]) => (
              <Radio key={value} size="xs" value={value} label={label} />
            ))}
          </Stack>
        </Radio.Group>
        {kind === 'year' && ranges.length > 1 && (
          <Select
            size="xs"
            label="За какое время"
            allowDeselect={false}
            data={ranges.map((one) => one.title)}
            value={range?.title ?? null}
            onChange={setTitle}
          />
        )}
        <PaperActions
          disabled={!paper}
          whole={() => paper}
          onWord={(templateId) => papers.word(kind, { from, to }, templateId)}
        />
        {excel && (
          <Button variant="default" leftSection={<IconFileTypeXls size={18} aria-hidden />} onClick={excel}>
            Excel
          </Button>
        )}
        <Text size="sm" c="dimmed">
          Столбцы, утверждение и текст до и после таблицы — на вкладке «Сведения».
        </Text>
      </PaperFrame>
    </div>
  )
}
