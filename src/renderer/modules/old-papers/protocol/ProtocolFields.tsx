import { protocolLayouts } from '@shared/contract/associations'
import type { ProtocolDraft } from '@shared/contract/old-papers'
import { useMemo } from 'react'
import { SelectField } from '../../../components/fields/SelectField'
import { TextAreaField } from '../../../components/fields/TextAreaField'
import { FormSection } from '../../../components/record/FormSection'
import { general, insertDecision, insertItem } from '../../meetings/model/agenda'
import { newDecision, newItem } from '../../meetings/model/blank'
import { Field } from '../review/Field'
import { AttendanceFields } from './AttendanceFields'
import { DecisionRow } from './DecisionRow'
import { HeadFields } from './HeadFields'
import { ItemCard } from './ItemCard'
import { AddButton } from './PeopleFields'
import { SpeechRow } from './SpeechRow'
import { useProtocol } from './useProtocol'

/** A protocol as it was understood, in the order of the paper. */
export function ProtocolFields({ protocol }: { protocol: ProtocolDraft }) {
  const { agenda, edit } = useProtocol()
  const named = JSON.stringify(protocol.agenda.map(({ uid, title }) => ({ uid, title })))
  const titles = useMemo(() => JSON.parse(named) as { uid: string; title: string }[], [named])
  const { date } = protocol
  return (
    <>
      <HeadFields protocol={protocol} />
      <AttendanceFields protocol={protocol} />
      <FormSection title={`Повестка: ${protocol.agenda.length}`}>
        {protocol.agenda.map((item, index) => (
          <ItemCard key={item.uid} item={item} index={index} titles={titles} date={date} />
        ))}
        <AddButton
          title="Вопрос повестки"
          onClick={() => {
            const item = newItem()
            agenda(`agenda/${item.uid}/title`, (m) => insertItem(m, item, null))
          }}
        />
      </FormSection>
      {protocol.speeches.length > 0 && (
        <FormSection title="Выступления без вопроса">
          {protocol.speeches.map((speech, index) => (
            <SpeechRow key={speech.uid} speech={speech} index={index} titles={titles} />
          ))}
        </FormSection>
      )}
      <FormSection title={protocol.agenda.length > 0 ? 'Решения без вопроса' : 'Решения'}>
        {protocol.decisions.map((decision, index) => (
          <DecisionRow key={decision.uid} decision={decision} number={String(index + 1)} titles={titles} date={date} />
        ))}
        <AddButton
          title="Решение без вопроса"
          onClick={() => {
            const decision = newDecision()
            agenda(`decisions/${decision.uid}/text`, (m) => insertDecision(m, general, decision, null))
          }}
        />
      </FormSection>
      <FormSection title="Остальное">
        <Field path="layout" label="Вид протокола">
          <SelectField
            label="Вид протокола"
            choices={protocolLayouts}
            value={protocol.layout}
            onChange={(layout) => edit('layout', (p) => ({ ...p, layout }))}
          />
        </Field>
        <Field path="note" label="Заметки">
          <TextAreaField
            label="Заметки (в протокол не печатаются)"
            value={protocol.note}
            onChange={(note) => edit('note', (p) => ({ ...p, note }))}
          />
        </Field>
      </FormSection>
    </>
  )
}
