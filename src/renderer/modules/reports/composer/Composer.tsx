import type { Profile } from '@shared/contract/app'
import type { ReportData, ReportRecord, SectionSpec } from '@shared/contract/reports'
import { useDeferredValue, useMemo, useRef } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { useAction } from '../../../app/actions'
import type { DraftFound } from '../../../app/useAutosave'
import { useStable } from '../../../app/useStable'
import { EditingBanners } from '../../../components/EditingBanners'
import panes from '../../../components/Panes.module.css'
import { rememberLayout, storedLayout } from '../../../components/panes'
import { differencesOf } from '../model/differences'
import { acceptAll, marksOf, type ReportMarks } from '../model/marks'
import { insertSection, sectionAt } from '../model/steps'
import { Bar } from './Bar'
import { CataloguePane } from './CataloguePane'
import classes from './Composer.module.css'
import { ComposerContext } from './ComposerContext'
import { DifferencesPane } from './DifferencesPane'
import { Outline } from './Outline'
import { ReopenDialog } from './ReopenDialog'
import { SectionPane } from './SectionPane'
import { SidePane } from './SidePane'
import { SubmitPane } from './SubmitPane'
import { useComposerApi } from './useComposerApi'
import { useComposerKeys } from './useComposerKeys'
import { useContents } from './useContents'
import { useFiles } from './useFiles'
import { useReportEditing } from './useReportEditing'
import { useSubmit } from './useSubmit'

export interface ComposerProps {
  record: ReportRecord
  draft: DraftFound
  profile: Profile
  catalogue: readonly SectionSpec[]
  /** What was submitted; null: it is being worked on. */
  frozen: ReportData | null
}

/** Three panes: the outline, the section being worked on, the page as it will print. */
export function Composer({ record, draft, profile, catalogue, frozen }: ComposerProps) {
  const root = useRef<HTMLDivElement>(null)
  const editing = useReportEditing(record, draft)
  const report = frozen?.report ?? editing.value
  const api = useComposerApi({ report, editing, catalogue, readOnly: frozen !== null, root })
  const { place, middle, setMiddle, side } = api
  const live = useContents(report, place?.section ?? null)
  const kept = useMemo(() => (frozen ? new Map(Object.entries(frozen.contents)) : null), [frozen])
  const contents = kept ?? live.contents
  // The section under the hands is drawn at once, all the rest when there is time: typing goes first.
  const calm = useDeferredValue(report)
  const marks = useMemo(() => (frozen ? noMarks : marksOf(calm, contents)), [frozen, calm, contents])
  const counts = useMemo(() => {
    const all = [...marks.entries()].flatMap(([uid, one]) => (sectionAt(calm, uid)?.hidden ? [] : [one]))
    return {
      changed: all.reduce((sum, one) => sum + one.changed, 0),
      unaccepted: all.reduce((sum, one) => sum + one.unaccepted, 0),
    }
  }, [marks, calm])
  const differences = useMemo(() => (kept ? differencesOf(calm, kept, live.contents) : []), [kept, calm, live.contents])
  const data = useMemo<ReportData>(
    () => frozen ?? { report: calm, contents: Object.fromEntries(contents), head: headOf(record, profile, contents) },
    [frozen, calm, contents, record, profile],
  )
  const files = useFiles({ record, editing, profile, data, frozen: frozen !== null })
  const submit = useSubmit({ record, editing, onDone: () => setMiddle('section') })
  const acts = useStable({
    onNext: () => api.showNext(marks),
    onAcceptAll: () => editing.commit(acceptAll(live.contents)),
    onWord: files.word,
    onExcel: files.excel,
    onPrint: files.print,
    onSubmit: () => setMiddle('submit'),
    onReopen: submit.askReopen,
    onRemove: submit.remove,
    onSide: () => side.setOpen(!side.open),
    onAdd: () => setMiddle(middle === 'catalogue' ? 'section' : 'catalogue'),
    onDifferences: api.showNothing,
  })
  const onKeyDown = useComposerKeys({ root, report, place, show: api.composer.show, next: acts.onNext })
  useAction('print', () => files.print('printer'))

  const section = sectionAt(report, place?.section ?? null) ?? report.sections[0]
  const inMiddle = frozen !== null && place === null ? 'differences' : middle
  return (
    <ComposerContext value={api.composer}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside, gathered in one place */}
      <div ref={root} className={classes.composer} onKeyDown={onKeyDown} onBlur={editing.autosave.onBlur}>
        <Bar
          record={record}
          title={calm.title}
          schoolYear={calm.schoolYear}
          changed={counts.changed}
          unaccepted={counts.unaccepted}
          sideOpen={side.open}
          acts={acts}
        />
        <EditingBanners
          what="Отчёт"
          editing={editing}
          refused={
            editing.autosave.error ? `${editing.autosave.error} Введённое лежит в черновике и не пропадёт.` : null
          }
        />
        <Group
          key={side.open ? 'three' : 'two'}
          className={panes.panes}
          orientation="horizontal"
          defaultLayout={storedLayout('report', side.open)}
          onLayoutChanged={(next) => rememberLayout('report', side.open, next)}
          resizeTargetMinimumSize={{ coarse: 28, fine: 12 }}
        >
          <Panel id="outline" minSize={170} defaultSize="19" className={panes.pane}>
            <nav className={panes.fill} data-pane="outline" aria-label="Разделы">
              <Outline
                report={calm}
                marks={marks}
                place={place}
                adding={middle === 'catalogue'}
                onAdd={acts.onAdd}
                onDifferences={frozen === null ? null : acts.onDifferences}
              />
            </nav>
          </Panel>
          <Separator className={panes.separator} aria-label="Ширина списка разделов" />
          <Panel id="section" minSize={320} className={panes.pane}>
            <div className={panes.scroll} data-pane="section" tabIndex={-1}>
              {inMiddle === 'differences' && (
                <DifferencesPane record={record} differences={differences} waiting={live.waiting.size > 0} />
              )}
              {inMiddle === 'catalogue' && (
                <CataloguePane
                  report={report}
                  onClose={() => setMiddle('section')}
                  onAdd={(added) => {
                    editing.commit(insertSection(added, place?.section ?? null))
                    api.composer.show({ section: added.uid, piece: null })
                  }}
                />
              )}
              {inMiddle === 'submit' && (
                <SubmitPane
                  report={report}
                  marks={marks}
                  submitting={submit.pending}
                  onSubmit={submit.submit}
                  onClose={() => setMiddle('section')}
                  onAcceptAll={acts.onAcceptAll}
                />
              )}
              {inMiddle === 'section' && section && (
                <SectionPane
                  key={section.uid}
                  section={section}
                  content={contents.get(section.uid)}
                  waiting={frozen === null && live.waiting.has(section.uid)}
                  error={frozen === null ? live.errors.get(section.uid) : undefined}
                  marks={marks.get(section.uid)}
                  open={place?.piece ?? null}
                />
              )}
            </div>
          </Panel>
          {side.open && <Separator className={panes.separator} aria-label="Ширина страницы" />}
          {side.open && (
            <Panel id="side" minSize={260} defaultSize="36" className={panes.pane}>
              <div className={panes.fill} data-pane="side">
                <SidePane
                  record={record}
                  data={data}
                  profile={profile}
                  place={place}
                  waiting={frozen === null && live.waiting.size > 0}
                  tab={side.tab}
                  onTab={side.setTab}
                  figure={api.figure}
                  figureContent={api.figure && (api.figure.live ? live.contents : contents).get(api.figure.section)}
                  onFigureClosed={api.closeFigure}
                  report={side.tab === 'look' ? report : calm}
                />
              </div>
            </Panel>
          )}
        </Group>
        {submit.reopening && <ReopenDialog onReopen={submit.reopen} onClose={submit.closeReopen} />}
      </div>
    </ComposerContext>
  )
}

/** Of a submitted report: it is as it was given. */
const noMarks: ReportMarks = new Map()

function headOf(
  record: ReportRecord,
  profile: Profile,
  contents: ReadonlyMap<string, ReportData['contents'][string]>,
): ReportData['head'] {
  const [first] = contents.values()
  return {
    municipality: profile.municipality,
    authority: profile.authority,
    association: record.association,
    on: first?.on ?? profile.schoolYear.slice(0, 4).concat('-09-01'),
  }
}
