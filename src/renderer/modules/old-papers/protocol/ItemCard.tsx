import type { AgendaItem, Vote } from '@shared/contract/meetings'
import { memo } from 'react'
import { CheckField } from '../../../components/fields/CheckField'
import { NumberField } from '../../../components/fields/NumberField'
import { TextAreaField } from '../../../components/fields/TextAreaField'
import { insertDecision, insertSpeech, moveItem, removeItem, updateItem } from '../../meetings/model/agenda'
import { newDecision, newSpeech } from '../../meetings/model/blank'
import { Field } from '../review/Field'
import { DecisionRow } from './DecisionRow'
import { AddButton, PeopleFields } from './PeopleFields'
import classes from './Protocol.module.css'
import { RowMenu } from './RowMenu'
import { SpeechRow } from './SpeechRow'
import { useProtocol } from './useProtocol'

export interface ItemCardProps {
  item: AgendaItem
  index: number
  /** Titles of all items, for taking a line to another; the same array while none has changed. */
  titles: readonly { uid: string; title: string }[]
  date: string | null
}

/** One question of the agenda: who reported, what was heard and said, the vote, what was decided. */
export const ItemCard = memo(function ItemCard({ item, index, titles, date }: ItemCardProps) {
  const { agenda, removeIn } = useProtocol()
  const name = `Вопрос ${index + 1}`
  const place = { at: 'item', uid: item.uid } as const
  const path = `agenda/${item.uid}`
  return (
    <section className={classes.card} aria-label={name}>
      <header className={classes.cardHead}>
        <h4>{name}</h4>
        <RowMenu
          label={name}
          onMove={(by) => agenda(`${path}/order`, (m) => moveItem(m, item.uid, by))}
          onRemove={() => removeIn(path, (m) => removeItem(m, item.uid))}
        />
      </header>
      <Field path={`${path}/title`} label={name}>
        <TextAreaField
          ariaLabel={`${name} повестки`}
          minRows={1}
          value={item.title}
          onChange={(title) => agenda(`${path}/title`, (m) => updateItem(m, item.uid, { title }))}
        />
      </Field>
      <PeopleFields
        room={`${path}/speakers`}
        label={`${name}: докладчики`}
        one="Докладчик"
        people={item.speakers}
        onChange={(at, change) => agenda(at, (m) => updateItem(m, item.uid, { speakers: change(item.speakers) }))}
        onRemove={(at, change) => removeIn(at, (m) => updateItem(m, item.uid, { speakers: change(item.speakers) }))}
      />
      {item.speeches.map((speech, at) => (
        <SpeechRow key={speech.uid} speech={speech} index={at} titles={titles} />
      ))}
      <div className={classes.adders}>
        {(['report', 'remark'] as const).map((kind) => (
          <AddButton
            key={kind}
            title={kind === 'report' ? 'Слушали' : 'Выступили'}
            onClick={() => {
              const speech = newSpeech(kind)
              agenda(`speeches/${speech.uid}`, (m) => insertSpeech(m, place, speech, null))
            }}
          />
        ))}
      </div>
      <VoteFields item={item} name={name} />
      {item.decisions.map((decision, at) => (
        <DecisionRow
          key={decision.uid}
          decision={decision}
          number={`${index + 1}.${at + 1}`}
          titles={titles}
          date={date}
        />
      ))}
      <AddButton
        title="Решение"
        onClick={() => {
          const decision = newDecision()
          agenda(`decisions/${decision.uid}/text`, (m) => insertDecision(m, place, decision, null))
        }}
      />
    </section>
  )
})

function VoteFields({ item, name }: { item: AgendaItem; name: string }) {
  const { agenda } = useProtocol()
  const path = `agenda/${item.uid}/vote`
  const set = (part: Partial<Vote>) => agenda(path, (m) => updateItem(m, item.uid, { vote: { ...item.vote, ...part } }))
  return (
    <Field path={path} label={`${name}: голосование`}>
      <fieldset className={classes.vote} aria-label={`${name}: голосование`}>
        <span className={classes.voteTitle}>Голосовали:</span>
        <NumberField bare label="за" value={item.vote.for} onChange={(count) => set({ for: count })} />
        <NumberField bare label="против" value={item.vote.against} onChange={(count) => set({ against: count })} />
        <NumberField
          bare
          label="воздержались"
          value={item.vote.abstained}
          onChange={(count) => set({ abstained: count })}
        />
        <CheckField label="единогласно" value={item.vote.unanimous} onChange={(unanimous) => set({ unanimous })} />
      </fieldset>
    </Field>
  )
}
