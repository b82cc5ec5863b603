import { Autocomplete, Button, Group, Text } from '@mantine/core'
import type { Transfer, TransferRecord } from '@shared/contract/transfers'
import { isRealDate, todayIso } from '@shared/domain/dates'
import { buildTransferAct } from '@shared/papers/exchange/transfer-act'
import type { Paper } from '@shared/papers/model'
import { IconFileCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useCall, useCommand } from '../../../app/queries'
import { DateField } from '../../../components/fields/DateField'
import { TextField } from '../../../components/fields/TextField'
import { formatDay } from '../../../components/format'
import { printPaper, savePaper } from '../../../components/paper/files'
import { Pages } from '../../../components/paper/Pages'
import { PrintButtons } from '../../../components/paper/PrintButtons'
import { WordButton } from '../../../components/paper/WordButton'
import { FieldGrid, FormSection } from '../../../components/record/FormSection'
import type { RecordForm } from '../../../components/record/useRecordForm'
import { asRepresentative, likelyRepresentative } from '../model/people'
import classes from './Transfers.module.css'

export interface ActTabProps {
  form: RecordForm<Transfer>
  record: TransferRecord
}

/** The act of a transfer: its number and day, who signs, and the paper itself. */
export function ActTab({ form, record }: ActTabProps) {
  const issue = useCommand('transfers.issue', { success: 'Отмечено: акт выдан.' })
  const { bind } = form
  const paper = useAct(record, form.value)
  const print = async (where: 'printer' | 'pdf') => {
    await form.autosave.flush()
    if (paper) await printPaper(paper, where)
  }
  const save = async (templateId: number | null) => {
    await form.autosave.flush()
    await savePaper('papers.transferAct', { id: record.id, templateId }, actName(record))
  }
  return (
    <>
      <Group gap={6} mb="md">
        <WordButton size="compact-md" onSave={(templateId) => void save(templateId)} />
        <PrintButtons disabled={paper === null} onPrint={print} />
        {record.issuedOn === null ? (
          <Button
            size="compact-md"
            variant="default"
            loading={issue.pending}
            leftSection={<IconFileCheck size={16} aria-hidden />}
            onClick={() => void issue.run({ id: record.id, on: todayIso(new Date()) }).catch(() => undefined)}
          >
            Акт выдан
          </Button>
        ) : (
          <Text size="sm" c="dimmed">
            Акт выдан {formatDay(record.issuedOn)}. Изменения после этого записываются сторнирующими движениями.
          </Text>
        )}
      </Group>
      <FormSection>
        <FieldGrid>
          <TextField {...bind('actNumber')} placeholder="появится при согласовании" />
          <DateField {...bind('actDate')} />
        </FieldGrid>
      </FormSection>
      <Signer form={form} side="giver" title="Сдал" school={record.from} schoolId={record.transfer.fromSchoolId} />
      <Signer form={form} side="receiver" title="Принял" school={record.to} schoolId={record.transfer.toSchoolId} />
      {paper && (
        <div className={classes.sheet}>
          <Pages paper={paper} zoom="fit" />
        </div>
      )}
    </>
  )
}

/** The act as it will print, with what is typed here and not yet stored. */
function useAct(record: TransferRecord, typed: Transfer): Paper | null {
  const profile = useCall('profile.get', {})
  const from = useCall('schools.get', { id: record.transfer.fromSchoolId })
  const to = useCall('schools.get', { id: record.transfer.toSchoolId })
  return useMemo(() => {
    if (!profile.data || !from.data || !to.data) return null
    const { actNumber, giver, receiver } = typed
    // A day that cannot be read is left to be written by hand until it is put right.
    const actDate = typed.actDate !== null && isRealDate(typed.actDate) ? typed.actDate : null
    const transfer = { ...record.transfer, actNumber, actDate, giver, receiver }
    return buildTransferAct({ ...record, transfer }, from.data.school, to.data.school, profile.data)
  }, [record, typed, profile.data, from.data, to.data])
}

export function actName({ transfer, from, to }: TransferRecord): string {
  const number = transfer.actNumber === '' ? '' : ` № ${transfer.actNumber}`
  return `Акт приёма-передачи${number} ${from} — ${to}`
}

interface SignerProps {
  form: RecordForm<Transfer>
  side: 'giver' | 'receiver'
  title: string
  school: string
  schoolId: number
}

/** Who signs for a school: one of its librarians, or anyone typed. */
function Signer({ form, side, title, school, schoolId }: SignerProps) {
  const people = useCall('librarians.atSchool', { schoolId })
  const value = form.value[side]
  const known = (people.data ?? []).map(asRepresentative)
  const names = [...new Set(known.map((one) => one.name))]
  const likely = likelyRepresentative(people.data ?? [])
  return (
    <FormSection title={`${title}: ${school}`}>
      <div className={classes.signer}>
        <Autocomplete
          label="ФИО"
          aria-label={`${title}: ФИО`}
          size="sm"
          data={names}
          value={value.name}
          error={form.errorAt(`${side}.name`)}
          onChange={(name) => {
            const person = known.find((one) => one.name === name)
            form.set(side, { ...value, name, position: person?.position ?? value.position })
          }}
          onBlur={() => form.check(`${side}.name`)}
          selectFirstOptionOnChange={false}
          comboboxProps={{ withinPortal: true }}
        />
        <TextField
          label="Должность"
          value={value.position}
          error={form.errorAt(`${side}.position`)}
          onChange={(position) => form.set(side, { ...value, position })}
        />
        <TextField
          label="Доверенность"
          placeholder="№ … от …"
          value={value.attorney}
          error={form.errorAt(`${side}.attorney`)}
          onChange={(attorney) => form.set(side, { ...value, attorney })}
        />
      </div>
      {value.name === '' && likely.name !== '' && (
        <Button
          size="compact-sm"
          variant="default"
          mt={6}
          onClick={() => {
            form.set(side, { ...likely, attorney: value.attorney })
            void form.autosave.flush()
          }}
        >
          Подставить: {likely.name}
        </Button>
      )}
    </FormSection>
  )
}
