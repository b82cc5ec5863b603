import type { Input } from '@shared/contract'
import { counted } from '@shared/domain/text/plural'
import { useCall } from '../../../app/queries'
import { errorSentence } from '../../../app/toasts'
import { textOfPerson } from '../model/people'
import classes from './NewMeetingPage.module.css'

/** What the protocol will begin with, before it is made. */
export function Coming({ input }: { input: Input<'meetings.prepare'> }) {
  const prepared = useCall('meetings.prepare', input, { keepPrevious: true })
  const meeting = prepared.data
  if (prepared.error) {
    return (
      <aside className={classes.coming}>
        <p>{errorSentence(prepared.error)}</p>
      </aside>
    )
  }
  if (!meeting) return <aside className={classes.coming} aria-busy />
  const people = meeting.attendance.roster.length
  return (
    <aside className={classes.coming} aria-label="Что будет в протоколе">
      <h2>Что будет в протоколе</h2>
      <dl>
        <dt>Номер</dt>
        <dd>{meeting.number || 'без номера'}</dd>
        {meeting.place !== '' && (
          <>
            <dt>Место</dt>
            <dd>{meeting.place}</dd>
          </>
        )}
        {meeting.theme !== '' && (
          <>
            <dt>Тема</dt>
            <dd>{meeting.theme}</dd>
          </>
        )}
        <dt>Ведёт</dt>
        <dd>{meeting.chairs.map(textOfPerson).join('; ') || 'не указан'}</dd>
        <dt>Секретарь</dt>
        <dd>{meeting.secretary ? textOfPerson(meeting.secretary) : 'нет'}</dd>
        <dt>В списке</dt>
        <dd>{counted(people, ['человек', 'человека', 'человек'])}</dd>
      </dl>
      {meeting.agenda.length > 0 && (
        <>
          <h2>Повестка</h2>
          <ol>
            {meeting.agenda.map((item) => (
              <li key={item.uid}>{item.title}</li>
            ))}
          </ol>
        </>
      )}
    </aside>
  )
}
