import type { Report, ReportRecord } from '@shared/contract/reports'
import { useState } from 'react'
import { useGo } from '../../../app/navigation'
import { useCommand } from '../../../app/queries'
import { showDone, showError } from '../../../app/toasts'
import type { DocumentEditing } from '../../../app/useDocumentEditing'

interface Asked {
  record: ReportRecord
  editing: DocumentEditing<Report>
  onDone: () => void
}

/** What is done with the report as a whole: submitted, taken back to work, removed. */
export function useSubmit({ record, editing, onDone }: Asked) {
  const go = useGo()
  const { id } = record
  const submitting = useCommand('reports.submit')
  const reopening = useCommand('reports.reopen')
  const removing = useCommand('reports.remove', { success: 'Отчёт удалён' })
  const [asking, setAsking] = useState(false)
  const submit = async () => {
    try {
      await editing.settle()
    } catch (error) {
      return showError(error)
    }
    await submitting.run({ id, revision: editing.revision() })
    onDone()
    showDone('Отчёт сдан: его числа и файл сохранены')
  }
  const remove = async () => {
    await editing.autosave.discard()
    await removing.run({ id })
    go('/reports')
  }
  return {
    pending: submitting.pending,
    // A refusal has been shown by the command.
    submit: () => void submit().catch(() => undefined),
    remove: () => void remove().catch(() => undefined),
    reopening: asking,
    askReopen: () => setAsking(true),
    closeReopen: () => setAsking(false),
    reopen: async () => {
      try {
        await reopening.run({ id })
        showDone('Отчёт возвращён в работу')
      } catch {
        // Shown by the command.
      }
      setAsking(false)
    },
  }
}
