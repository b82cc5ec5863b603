import { type DecisionRow, decisionList } from '@shared/contract/meetings'
import { type RawBuilder, sql } from 'kysely'
import type { ListSource } from './list'

/** Decisions of the same meeting that stand before this one and are of the same kind. */
const earlier = (same: string): RawBuilder<unknown> =>
  sql.raw(`(select count(*) from decision as earlier
    where earlier.meetingId = decision.meetingId and earlier.ord < decision.ord and ${same})`)

/** The decisions register. State and deadline are the domain's, called from SQL so that one can filter and sort by them. */
export const decisionSource: ListSource<DecisionRow & { seriesId?: number }> = {
  spec: decisionList,
  sorted: [],
  keys: ['meetingId', 'seriesId'],
  select(context, query) {
    const today = query.on ?? context.today()
    return sql`
      select *, decision_state(dues, marks, addresseeUids, ${today}) as state, decision_deadline(dues, ${today}) as deadline,
        decision_outcome(dues, marks, addresseeUids, ${today}) as outcome
      from (
        select decision.id, decision.uid, decision.meetingId, meeting.seriesId, decision.ord, decision.text,
          decision.norm || ' ' || ru_norm(meetingSeries.name) as norm,
          meetingSeries.name || ', протокол № ' || meeting.number as meeting, meeting.date as meetingDate, meeting.state as meetingState,
          association.shortName as association, decision.carriedFrom is not null as carriedIn,
          exists (select 1 from decision as later join meeting as laterMeeting on laterMeeting.id = later.meetingId
            where later.carriedFrom = decision.uid and laterMeeting.date <= ${today}) as carriedOn,
          case
            when meeting.layout <> 'full' then '' || (decision.ord + 1)
            when decision.itemUid is not null then (item.ord + 1) || '.' || (1 + ${earlier('earlier.itemUid = decision.itemUid')})
            -- Tied to no item: counting goes on after the items, as domain/numbering has it.
            else '' || (1 + (select count(*) from agendaItem where meetingId = decision.meetingId) + ${earlier('earlier.itemUid is null')})
          end as number,
          coalesce((select group_concat(text, ', ' order by ord) from decisionAddressee where decisionUid = decision.uid and meetingId = decision.meetingId), '') as addressees,
          coalesce((select group_concat(text, ', ' order by ord) from decisionDue where decisionUid = decision.uid and meetingId = decision.meetingId), '') as due,
          (select json_group_array(json_object('text', text, 'from', "from", 'to', "to", 'recurrence', recurrence))
            from decisionDue where decisionUid = decision.uid and meetingId = decision.meetingId) as dues,
          (select json_group_array(json_object('addresseeUid', addresseeUid, 'state', state, 'on', "on"))
            from execution where decisionUid = decision.uid and meetingId = decision.meetingId) as marks,
          (select json_group_array(uid) from decisionAddressee where decisionUid = decision.uid and meetingId = decision.meetingId) as addresseeUids,
          (select max("on") from execution where decisionUid = decision.uid and meetingId = decision.meetingId and state = 'done'
            and "on" <= ${today}) as doneOn
        from decision
        join meeting on meeting.id = decision.meetingId
        join meetingSeries on meetingSeries.id = meeting.seriesId
        join association on association.id = meetingSeries.associationId
        left join agendaItem as item on item.uid = decision.itemUid
        ${query.schoolYear === null ? sql`` : sql`where meeting.schoolYear = ${query.schoolYear}`}
      )`
  },
  row: (raw) => ({
    ...(raw as unknown as DecisionRow),
    carriedIn: raw.carriedIn === 1,
    carriedOn: raw.carriedOn === 1,
  }),
}
