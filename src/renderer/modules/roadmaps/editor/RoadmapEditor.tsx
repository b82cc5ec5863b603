import type { Output } from '@shared/contract'
import type { RoadmapRecord } from '@shared/contract/roadmaps'
import { useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useAction } from '../../../app/actions'
import { useGo } from '../../../app/navigation'
import type { DraftFound } from '../../../app/useAutosave'
import { EditingBanners } from '../../../components/EditingBanners'
import { History } from '../../../components/History'
import { ListAndPanel } from '../../../components/ListAndPanel'
import { DecideDialog } from '../execution/DecideDialog'
import { ItemPanel } from '../execution/ItemPanel'
import { MarkDialog } from '../execution/MarkDialog'
import { candidatesOf } from '../model/executors'
import { linesOf } from '../model/lines'
import { PaperPane } from '../paper/PaperPane'
import { isPaperKind, type PaperKind, papersOf } from '../paper/papers'
import { YearView } from '../year/YearView'
import classes from './Editor.module.css'
import { EditorBar, type EditorView, isView } from './EditorBar'
import { HeadView } from './HeadView'
import { TablePane } from './TablePane'
import { useRoadmapEditing } from './useRoadmapEditing'

export interface RoadmapEditorProps {
  record: RoadmapRecord
  draft: DraftFound
  librarians: Output<'librarians.options'>
  schools: Output<'schools.options'>
}

/** Items chosen for a dialog. */
type Asking = { what: 'mark' | 'decide'; uids: readonly string[] } | null

/** A road map or plan full: its table, its year, its head and its history, and the panel of one item. */
export function RoadmapEditor({ record, draft, librarians, schools }: RoadmapEditorProps) {
  const { id } = record
  const go = useGo()
  const search: { view?: unknown; item?: unknown; kind?: unknown } = useSearch({ strict: false })
  const view: EditorView = isView(search.view) ? search.view : 'table'
  const openUid = typeof search.item === 'string' ? search.item : null
  const editing = useRoadmapEditing(record, draft)
  const { roadmap } = editing
  const [asking, setAsking] = useState<Asking>(null)

  const people = useMemo(() => candidatesOf(roadmap, librarians, schools), [roadmap, librarians, schools])
  const known = useMemo(() => ({ librarians, schools }), [librarians, schools])
  const states = useMemo(() => new Map(record.states.map((state) => [state.itemUid, state])), [record.states])
  const openLine = useMemo(() => linesOf(roadmap).find((line) => line.uid === openUid), [roadmap, openUid])

  const place = (next: EditorView, item: string | null) =>
    go(`/roadmaps/${id}?view=${next}${item === null ? '' : `&item=${item}`}`)
  const toPaper = (kind: PaperKind) => go(`/roadmaps/${id}?view=paper&kind=${kind}`)
  useAction('print', () => toPaper(view === 'year' ? 'year' : 'plain'))
  // What is asked about is in the store first.
  const ask = (what: 'mark' | 'decide') => (uids: readonly string[]) =>
    void editing.autosave.flush().then(() => setAsking({ what, uids }))
  const open = (uid: string | null) => place(view, uid)

  const panel =
    openLine && openLine.kind !== 'section' && (view === 'table' || view === 'year') ? (
      <ItemPanel
        key={openLine.uid}
        record={record}
        line={openLine}
        onClose={() => open(null)}
        onDecide={() => ask('decide')([openLine.uid])}
      />
    ) : null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving any field inside commits
    <div className={classes.editor} onBlur={editing.autosave.onBlur}>
      <EditorBar record={record} editing={editing} view={view} onView={(next) => place(next, openUid)} />
      <EditingBanners
        what="Документ"
        editing={editing}
        refused={editing.autosave.error ? `${editing.autosave.error} Введённое лежит в черновике и не пропадёт.` : null}
      />
      <div className={classes.body}>
        {view === 'head' && <HeadView editing={editing} />}
        {view === 'paper' && (
          <PaperPane
            record={record}
            roadmap={roadmap}
            kind={isPaperKind(search.kind) ? search.kind : 'plain'}
            onKind={toPaper}
            papers={papersOf(id, editing)}
          />
        )}
        {view === 'history' && (
          <section className={classes.history} tabIndex={-1} aria-label="История документа">
            <History record="roadmap" id={id} />
          </section>
        )}
        {(view === 'table' || view === 'year') && (
          <ListAndPanel
            name="roadmap"
            panelSize="36"
            list={
              view === 'table' ? (
                <TablePane
                  editing={editing}
                  states={states}
                  known={known}
                  people={people}
                  openUid={panel === null ? null : openUid}
                  onOpen={open}
                  onMark={ask('mark')}
                  onDecide={ask('decide')}
                />
              ) : (
                <YearView
                  record={record}
                  roadmap={roadmap}
                  states={states}
                  openUid={openUid}
                  onOpen={open}
                  onPaper={() => toPaper('year')}
                />
              )
            }
            panel={panel}
          />
        )}
      </div>
      {asking?.what === 'mark' && <MarkDialog id={id} uids={asking.uids} onClose={() => setAsking(null)} />}
      {asking?.what === 'decide' && <DecideDialog record={record} uids={asking.uids} onClose={() => setAsking(null)} />}
    </div>
  )
}
