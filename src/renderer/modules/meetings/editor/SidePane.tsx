import { Tabs } from '@mantine/core'
import type { Profile } from '@shared/contract/app'
import type { ProtocolLayout } from '@shared/contract/associations'
import type { MeetingRecord } from '@shared/contract/meetings'
import { IconAlertTriangle } from '@tabler/icons-react'
import { formatMoment } from '../../../components/format'
import { History } from '../../../components/History'
import type { FieldKey } from '../model/fields'
import type { Remark } from '../model/remarks'
import { Preview } from '../preview/Preview'
import classes from './SidePane.module.css'

export interface SidePaneProps {
  /** With the document as it is being typed. */
  record: MeetingRecord
  profile: Profile
  layout: ProtocolLayout
  onLayout: (layout: ProtocolLayout) => void
  field: FieldKey | null
  onField: (field: FieldKey) => void
  remarks: readonly Remark[]
}

/** The right pane: the page, and what there is to know about the protocol. */
export function SidePane(props: SidePaneProps) {
  const { record, remarks } = props
  return (
    <Tabs defaultValue="page" className={classes.tabs} keepMounted={false}>
      <Tabs.List className={classes.list}>
        <Tabs.Tab value="page">Страница</Tabs.Tab>
        <Tabs.Tab value="remarks">Замечания{remarks.length > 0 ? ` ${remarks.length}` : ''}</Tabs.Tab>
        {record.corrections.length > 0 && (
          <Tabs.Tab value="corrections">Исправления {record.corrections.length}</Tabs.Tab>
        )}
        <Tabs.Tab value="history">История</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="page" className={classes.panel}>
        <Preview {...props} />
      </Tabs.Panel>
      <Tabs.Panel value="remarks" className={classes.scrolled}>
        <RemarkList remarks={remarks} onField={props.onField} />
      </Tabs.Panel>
      <Tabs.Panel value="corrections" className={classes.scrolled}>
        <Corrections record={record} />
      </Tabs.Panel>
      <Tabs.Panel value="history" className={classes.scrolled}>
        <History record="meeting" id={record.id} />
      </Tabs.Panel>
    </Tabs>
  )
}

function RemarkList({ remarks, onField }: { remarks: readonly Remark[]; onField: (field: FieldKey) => void }) {
  if (remarks.length === 0) return <p className={classes.none}>Замечаний нет.</p>
  return (
    <ul className={classes.remarks}>
      {remarks.map((remark) => (
        <li key={`${remark.field}:${remark.text}`}>
          <button type="button" onClick={() => onField(remark.field)}>
            <IconAlertTriangle size={16} aria-hidden />
            <span>{remark.text}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function Corrections({ record }: { record: MeetingRecord }) {
  return (
    <ol className={classes.corrections}>
      {[...record.corrections].reverse().map((correction) => (
        <li key={correction.id}>
          <p className={classes.when}>
            {formatMoment(correction.at)} · {correction.author}
          </p>
          <p className={classes.reason}>{correction.reason}</p>
          {correction.changes.map((change) => (
            <dl key={`${change.where}:${change.before}:${change.after}`}>
              <dt>{change.where}</dt>
              <dd>
                <del>{change.before || 'пусто'}</del>
              </dd>
              <dd>
                <ins>{change.after || 'пусто'}</ins>
              </dd>
            </dl>
          ))}
        </li>
      ))}
    </ol>
  )
}
