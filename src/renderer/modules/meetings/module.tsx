import { IconGavel, IconNotes } from '@tabler/icons-react'
import type { AppModule } from '../../app/modules'
import { DecisionsPage } from './lists/DecisionsPage'
import { MeetingsPage } from './lists/MeetingsPage'
import { MeetingPage } from './MeetingPage'
import { NewMeetingPage } from './new/NewMeetingPage'
import { PhrasesPage } from './texts/PhrasesPage'
import { TemplatesPage } from './texts/TemplatesPage'

export const meetingsModule: AppModule = {
  id: 'meetings',
  title: 'Заседания',
  group: 'work',
  icon: IconNotes,
  path: '/meetings',
  component: MeetingsPage,
  pages: [
    { path: '/meetings/new', component: NewMeetingPage },
    { path: '/meetings/templates', component: TemplatesPage },
    { path: '/meetings/phrases', component: PhrasesPage },
    { path: '/meetings/$id', component: MeetingPage },
  ],
  links: [{ path: '/decisions', title: 'Решения', icon: IconGavel, component: DecisionsPage }],
  opens: { meeting: (id) => `/meetings/${id}`, decision: (id) => `/decisions?open=${id}` },
  commands: [
    { title: 'Создать протокол', keywords: 'новое заседание совещание рмо', path: '/meetings/new' },
    { title: 'Шаблоны повестки', keywords: 'заседание протокол', path: '/meetings/templates' },
    { title: 'Частые фразы протокола', keywords: 'сокращения автотекст', path: '/meetings/phrases' },
  ],
}
