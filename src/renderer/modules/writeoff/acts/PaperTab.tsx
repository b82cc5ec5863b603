import { Group, Text } from '@mantine/core'
import type { WriteOff, WriteOffRecord } from '@shared/contract/writeoff'
import { buildWriteOffAct } from '@shared/papers/writeoff/act'
import { useMemo } from 'react'
import { useCall } from '../../../app/queries'
import { printPaper, savePaper } from '../../../components/paper/files'
import { Pages } from '../../../components/paper/Pages'
import { PrintButtons } from '../../../components/paper/PrintButtons'
import { WordButton } from '../../../components/paper/WordButton'
import type { RecordForm } from '../../../components/record/useRecordForm'
import classes from '../WriteOff.module.css'

/** Lines laid out in the preview; the paper itself has all. */
const SHOWN = 200

/** The act as it will print, and what to do with it. */
export function PaperTab({ form, record }: { form: RecordForm<WriteOff>; record: WriteOffRecord }) {
  const profile = useCall('profile.get', {})
  const settings = useCall('writeOffs.form', {})
  const build = useMemo(() => {
    if (!profile.data || !settings.data) return null
    const [own, words] = [profile.data, settings.data]
    return (limit: number) => buildWriteOffAct({ ...record, lines: record.lines.slice(0, limit) }, words, own)
  }, [profile.data, settings.data, record])
  const shown = useMemo(() => build?.(SHOWN) ?? null, [build])
  const save = async (templateId: number | null) => {
    await form.autosave.flush()
    const number = record.writeOff.number === '' ? '' : ` № ${record.writeOff.number}`
    await savePaper('papers.writeOffAct', { id: record.id, templateId }, `Акт о списании${number} ${record.school}`)
  }
  const print = async (to: 'printer' | 'pdf') => {
    await form.autosave.flush()
    const paper = build?.(Number.POSITIVE_INFINITY)
    if (paper) await printPaper(paper, to)
  }
  return (
    <>
      <Group gap={6} mb="xs">
        <WordButton size="compact-md" disabled={!build} onSave={(templateId) => void save(templateId)} />
        <PrintButtons disabled={!build} onPrint={print} />
      </Group>
      <Text size="xs" c="dimmed" mb={6}>
        Акт печатают в двух экземплярах: бухгалтерии и библиотеке. Заголовок, код формы и подписывающего меняют в
        настройках.
        {record.lines.length > SHOWN && ` Показаны первые ${SHOWN} строк списка; в документе будут все.`}
      </Text>
      <div className={classes.sheet}>{shown && <Pages paper={shown} zoom="fit" />}</div>
    </>
  )
}
