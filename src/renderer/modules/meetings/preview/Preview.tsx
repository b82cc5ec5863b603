import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core'
import type { Profile } from '@shared/contract/app'
import type { ProtocolLayout } from '@shared/contract/associations'
import type { MeetingRecord } from '@shared/contract/meetings'
import { isRealDate, parseTime } from '@shared/domain/dates'
import type { Paper } from '@shared/papers/model'
import { buildProtocol } from '@shared/papers/protocol/build'
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { Pages } from '../../../components/paper/Pages'
import { useRested } from '../../../components/paper/useRested'
import { pruned } from '../model/commands'
import type { FieldKey } from '../model/fields'
import classes from './Preview.module.css'
import { fieldOfBlock, lettersOfField } from './places'

export interface PreviewProps {
  /** With the document as it is being typed. */
  record: MeetingRecord
  profile: Profile
  layout: ProtocolLayout
  onLayout: (layout: ProtocolLayout) => void
  field: FieldKey | null
  onField: (field: FieldKey) => void
}

/** A paper of ten pages takes longer to lay out than a letter to type: it waits for a pause. */
const REST_MS = 250
const AT_LEAST_MS = 1200

const layouts: { value: ProtocolLayout; label: string }[] = [
  { value: 'full', label: 'Полный' },
  { value: 'decisions', label: 'Краткий' },
  { value: 'programme', label: 'Программа' },
]

/** The page as it will print, live. Typing goes first: the page follows when there is time. */
export function Preview({ record, profile, layout, onLayout, field, onField }: PreviewProps) {
  const [zoom, setZoom] = useState<'fit' | 'real'>('fit')
  const rested = useRested(record, REST_MS, AT_LEAST_MS)
  const shown = useDeferredValue(rested)
  const paper = useMemo(() => protocolPaper(shown, profile, layout), [shown, profile, layout])
  return (
    <div className={classes.preview}>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          fullWidth
          className={classes.layouts}
          aria-label="Вид протокола"
          data={layouts}
          value={layout}
          onChange={(value) => onLayout(layouts.find((one) => one.value === value)?.value ?? 'full')}
        />
        <Tooltip label={zoom === 'fit' ? 'Настоящий размер' : 'По ширине'}>
          <ActionIcon
            variant="default"
            size={30}
            aria-label="Настоящий размер страницы"
            aria-pressed={zoom === 'real'}
            onClick={() => setZoom(zoom === 'fit' ? 'real' : 'fit')}
          >
            {zoom === 'fit' ? <IconZoomIn size={17} aria-hidden /> : <IconZoomOut size={17} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.body}>
        {paper ? (
          <Pages
            paper={paper}
            zoom={zoom}
            following={lettersOfField(shown.meeting, field)}
            onPick={(text) => {
              const found = fieldOfBlock(record.meeting, text)
              if (found) onField(found)
            }}
          />
        ) : (
          <p className={classes.none}>Страница появится, когда будет указана дата заседания.</p>
        )}
      </div>
    </div>
  )
}

/** The paper of the document as it stands; null while its date cannot be read. */
export function protocolPaper(record: MeetingRecord, profile: Profile, layout: ProtocolLayout): Paper | null {
  const { date, time } = record.meeting
  if (!isRealDate(date)) return null
  const meeting = pruned({ ...record.meeting, time: time !== null && parseTime(time) === null ? null : time })
  return buildProtocol({ ...record, meeting }, { profile, layout })
}
