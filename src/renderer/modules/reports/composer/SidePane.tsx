import { Tabs } from '@mantine/core'
import type { Profile } from '@shared/contract/app'
import type { SectionContent } from '@shared/contract/report-content'
import type { Report, ReportData, ReportRecord } from '@shared/contract/reports'
import { memo } from 'react'
import { History } from '../../../components/History'
import type { Place } from '../model/steps'
import { PagePane } from '../page/PagePane'
import type { FigureAddress } from './ComposerContext'
import { LookPane } from './LookPane'
import classes from './SidePane.module.css'
import { TracePane } from './TracePane'

export const sideTabs = ['page', 'look', 'history'] as const
export type SideTab = (typeof sideTabs)[number]

export interface SidePaneProps {
  record: ReportRecord
  data: ReportData
  /** As it is being typed. */
  report: Report
  profile: Profile
  place: Place | null
  waiting: boolean
  tab: SideTab
  onTab: (tab: SideTab) => void
  /** The number whose rows are shown in place of all this. */
  figure: FigureAddress | null
  figureContent: SectionContent | null | undefined
  onFigureClosed: () => void
}

/** The right pane: the page, how it looks, what was done to it; and, when a number is asked about, its rows. */
export const SidePane = memo(function SidePane(props: SidePaneProps) {
  const { record, data, tab, onTab, figure } = props
  if (figure) {
    return <TracePane figure={figure} content={props.figureContent ?? undefined} onClose={props.onFigureClosed} />
  }
  return (
    <Tabs
      value={tab}
      onChange={(next) => onTab(sideTabs.find((one) => one === next) ?? 'page')}
      className={classes.tabs}
      keepMounted={false}
    >
      <Tabs.List className={classes.list}>
        <Tabs.Tab value="page">Страница</Tabs.Tab>
        <Tabs.Tab value="look">Вид и шаблоны</Tabs.Tab>
        <Tabs.Tab value="history">История</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="page" className={classes.panel}>
        <PagePane data={data} profile={props.profile} place={props.place} waiting={props.waiting} />
      </Tabs.Panel>
      <Tabs.Panel value="look" className={classes.scrolled}>
        <LookPane report={props.report} association={record.association} />
      </Tabs.Panel>
      <Tabs.Panel value="history" className={classes.scrolled} tabIndex={0}>
        <History record="report" id={record.id} />
      </Tabs.Panel>
    </Tabs>
  )
})
