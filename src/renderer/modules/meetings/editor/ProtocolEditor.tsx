import type { Profile } from '@shared/contract/app'
import type { ProtocolLayout } from '@shared/contract/associations'
import type { MeetingRecord } from '@shared/contract/meetings'
import { useMemo, useRef, useState } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { useAction } from '../../../app/actions'
import panes from '../../../components/Panes.module.css'
import { rememberLayout, storedLayout, useSideOpen } from '../../../components/panes'
import type { View } from '../model/fields'
import { Banners } from './Banners'
import { EditorDialogs, type OpenDialog } from './dialogs/EditorDialogs'
import { EditorBar } from './EditorBar'
import { EditorContext } from './EditorContext'
import { Outline } from './Outline'
import classes from './ProtocolEditor.module.css'
import { SidePane } from './SidePane'
import { useActions } from './useActions'
import { type EditorSources, useEditorApi } from './useEditorApi'
import { useEditorKeys } from './useEditorKeys'
import { useFocus } from './useFocus'
import type { MeetingEditing } from './useMeetingEditing'
import { AttendanceView } from './views/AttendanceView'
import { HeaderView } from './views/HeaderView'
import { ItemView } from './views/ItemView'

/** Narrower windows begin without the page: three panes would be slivers. */
const WIDE_PX = 1180

export interface ProtocolEditorProps {
  record: MeetingRecord
  profile: Profile
  sources: EditorSources
  editing: MeetingEditing
}

/** Three panes: the outline, the item being worked on, the page as it will print. */
export function ProtocolEditor({ record, profile, sources, editing }: ProtocolEditorProps) {
  const root = useRef<HTMLDivElement>(null)
  const { meeting, view } = editing.state
  const [correcting, setCorrecting] = useState(record.state === 'signed' && editing.dirty)
  const [dialog, setDialog] = useState<OpenDialog>(null)
  const [sideOpen, setSideOpen] = useSideOpen('meeting', WIDE_PX)
  const [seenLayout, setSeenLayout] = useState<ProtocolLayout | null>(null)
  const signed = record.state === 'signed'
  const readOnly = signed && !correcting
  const { editor, remarks, onFocus } = useEditorApi(editing, sources, readOnly)
  // A draft has one layout, its own; a signed one can be looked at in any.
  const layout = readOnly ? (seenLayout ?? meeting.layout) : meeting.layout
  const shown = useMemo<MeetingRecord>(() => ({ ...record, meeting }), [record, meeting])
  const actions = useActions({ record, editing, profile, layout, setDialog, setCorrecting })
  const onKeyDown = useEditorKeys(editor, root)
  useFocus(root, editing.state.focus)
  useAction('print', () => actions.onPrint('printer'))
  useAction('keys', () => setDialog('keys'))

  return (
    <EditorContext value={editor}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside, gathered in one place */}
      <div
        ref={root}
        className={classes.editor}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onBlur={editing.autosave.onBlur}
      >
        <EditorBar
          record={shown}
          correcting={correcting}
          layout={layout}
          sideOpen={sideOpen}
          onSide={() => setSideOpen(!sideOpen)}
          {...actions}
        />
        <Banners
          record={record}
          editing={editing}
          correcting={correcting}
          onCorrected={actions.onCorrected}
          onStopCorrecting={actions.onStopCorrecting}
        />
        <Group
          key={sideOpen ? 'three' : 'two'}
          className={panes.panes}
          orientation="horizontal"
          defaultLayout={storedLayout('meeting', sideOpen)}
          onLayoutChanged={(next) => rememberLayout('meeting', sideOpen, next)}
          resizeTargetMinimumSize={{ coarse: 28, fine: 12 }}
        >
          <Panel id="outline" minSize={150} defaultSize="19" className={panes.pane}>
            <div className={panes.fill} data-pane="outline">
              <Outline remarks={remarks} />
            </div>
          </Panel>
          <Separator className={panes.separator} aria-label="Ширина повестки" />
          <Panel id="item" minSize={300} className={panes.pane}>
            <div className={panes.scroll} data-pane="item" tabIndex={-1}>
              <Middle view={view} />
            </div>
          </Panel>
          {sideOpen && <Separator className={panes.separator} aria-label="Ширина страницы" />}
          {sideOpen && (
            <Panel id="side" minSize={240} defaultSize="38" className={panes.pane}>
              <div className={panes.fill} data-pane="side">
                <SidePane
                  record={shown}
                  profile={profile}
                  layout={layout}
                  onLayout={(next) =>
                    readOnly ? setSeenLayout(next) : editor.change((now) => ({ ...now, layout: next }))
                  }
                  field={editor.field}
                  onField={editor.focusField}
                  remarks={remarks}
                />
              </div>
            </Panel>
          )}
        </Group>
        <EditorDialogs
          open={dialog}
          record={shown}
          remarks={remarks}
          field={editor.field}
          onClose={() => {
            setDialog(null)
            if (editor.field) editor.focusField(editor.field)
          }}
          onShow={(field) => {
            setDialog(null)
            editor.focusField(field)
          }}
          {...actions}
        />
      </div>
    </EditorContext>
  )
}

function Middle({ view }: { view: View }) {
  switch (view.at) {
    case 'header':
      return <HeaderView />
    case 'attendance':
      return <AttendanceView />
    case 'item':
    case 'general':
      return <ItemView key={view.at === 'item' ? view.uid : 'general'} place={view} />
  }
}
