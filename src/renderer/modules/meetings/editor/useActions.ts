import type { Profile } from '@shared/contract/app'
import type { ProtocolLayout } from '@shared/contract/associations'
import type { MeetingRecord } from '@shared/contract/meetings'
import { call } from '../../../app/api'
import { useGo } from '../../../app/navigation'
import { undoLast } from '../../../app/queries'
import { showDone, showError } from '../../../app/toasts'
import { printPaper, savePaper } from '../../../components/paper/files'
import { pruned } from '../model/commands'
import { protocolName } from '../model/titles'
import { protocolPaper } from '../preview/Preview'
import type { OpenDialog } from './dialogs/EditorDialogs'
import type { MeetingEditing } from './useMeetingEditing'

export interface Actions {
  /** @param templateId her letterhead or cover; null: the paper as it is */
  onWord: (layout: ProtocolLayout, templateId: number | null) => void
  onAttendance: (templateId: number | null) => void
  onExtract: () => void
  onExtracted: (number: string, schoolId: number | null, templateId: number | null) => void
  onPrint: (to: 'printer' | 'pdf') => void
  onSign: () => void
  onSigned: (signedOn: string) => Promise<void>
  onUnsign: () => void
  onUnsigned: (reason: string) => Promise<void>
  onCorrect: () => void
  onCorrected: (reason: string) => Promise<void>
  onStopCorrecting: () => void
  onRepeat: () => void
  onTemplate: () => void
  onRemove: () => void
  onKeys: () => void
}

interface ActionsOf {
  record: MeetingRecord
  editing: MeetingEditing
  profile: Profile
  layout: ProtocolLayout
  setDialog: (dialog: OpenDialog) => void
  setCorrecting: (correcting: boolean) => void
}

/** What can be done with the protocol as a whole. What is typed is committed first: files are made from the store. */
export function useActions({ record, editing, profile, layout, setDialog, setCorrecting }: ActionsOf): Actions {
  const go = useGo()
  const { id } = record
  const name = protocolName(editing.state.meeting)

  const run = (work: () => Promise<void>) => () => void work().catch(showError)

  return {
    onWord: (which, templateId) =>
      run(async () => {
        await editing.settle()
        await savePaper('papers.protocol', { meetingId: id, layout: which, templateId }, name)
      })(),
    onAttendance: (templateId) =>
      run(async () => {
        await editing.settle()
        await savePaper('papers.attendance', { meetingId: id, templateId }, `Список присутствующих. ${name}`)
      })(),
    onExtract: run(async () => {
      await editing.settle()
      setDialog('extract')
    }),
    onExtracted: (number, schoolId, templateId) => {
      setDialog(null)
      const input = { meetingId: id, number, schoolId, templateId }
      void savePaper('papers.extract', input, `Выписка ${number}. ${name}`)
    },
    onPrint: (to) => {
      const paper = protocolPaper({ ...record, meeting: editing.state.meeting }, profile, layout)
      if (paper) void printPaper(paper, to)
    },
    onSign: run(async () => {
      await editing.settle()
      setDialog('sign')
    }),
    onSigned: async (signedOn) => {
      await editing.settle()
      try {
        await call('meetings.sign', { id, revision: editing.revision(), signedOn })
      } catch (error) {
        editing.refuse(error)
        throw error
      }
      setDialog(null)
      showDone('Протокол подписан')
    },
    onUnsign: () => setDialog('unsign'),
    onUnsigned: async (reason) => {
      await call('meetings.unsign', { id, reason })
      setDialog(null)
      setCorrecting(false)
      showDone('Подпись снята: протокол снова черновик')
    },
    onCorrect: () => setCorrecting(true),
    onCorrected: async (reason) => {
      try {
        const meeting = pruned(editing.state.meeting)
        await call('meetings.correct', { id, revision: editing.revision(), meeting, reason })
      } catch (error) {
        editing.refuse(error)
        throw error
      }
      await editing.revert()
      setCorrecting(false)
      showDone('Исправление записано', { label: 'Отменить', run: () => void undoLast() })
    },
    onStopCorrecting: run(async () => {
      if (editing.dirty) await editing.revert()
      setCorrecting(false)
    }),
    onRepeat: () => go(`/meetings/new?from=${id}`),
    onTemplate: run(async () => {
      const items = pruned(editing.state.meeting)
        .agenda.filter((item) => item.title.trim() !== '')
        .map((item) => ({ title: item.title, decision: '' }))
      await call('meetings.saveTemplate', { id: null, name: `${record.series.name}, ${name.toLowerCase()}`, items })
      showDone('Повестка сохранена как шаблон', { label: 'Открыть шаблоны', run: () => go('/meetings/templates') })
    }),
    onRemove: run(async () => {
      await editing.autosave.flush()
      await call('meetings.remove', { id })
      go('/meetings')
      showDone(`Удалено: ${name}`, { label: 'Отменить', run: () => void undoLast() })
    }),
    onKeys: () => setDialog('keys'),
  }
}
