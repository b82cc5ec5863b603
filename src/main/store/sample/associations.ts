import { Association } from '@shared/contract/associations'
import { uidCounter } from './marks'

/** What the associations of the sample name of others: ids by surname and by short name, cards for posts. */
export interface Bank {
  librarianId(surname: string): number
  schoolId(shortName: string): number
  /** «Ветлугина Н.С.» */
  printed(surname: string): string
}

export type SeriesKey = 'rmo' | 'ibc' | 'group'
/** Series in the order in which they get their ids. */
export const seriesOrder: readonly SeriesKey[] = ['rmo', 'ibc', 'group']

const town = 'МКУ «Информационно-методический центр», методический кабинет'

interface MemberSketch {
  surname: string
  role?: string
  from?: string
  to?: string
}

const centres: readonly MemberSketch[] = [
  { surname: 'Стрешнева', role: 'руководитель' },
  { surname: 'Чагина', role: 'секретарь' },
  { surname: 'Ветлугина' },
  { surname: 'Зубарева' },
  { surname: 'Берестова' },
  { surname: 'Рогожина' },
  { surname: 'Кудрявых' },
  { surname: 'Нечаева', from: '2025-12-15' },
  { surname: 'Вострикова', role: 'представитель школы-кандидата', from: '2025-09-01' },
]

const centreSchools = [
  'МБОУ СОШ № 1',
  'МБОУ СОШ № 3',
  'МАОУ гимназия № 4',
  'МАОУ лицей № 5',
  'МБОУ СОШ № 7',
  'МБОУ Берёзовская СОШ',
  'МБОУ Покровская СОШ',
  'МБОУ Узловская СОШ',
]

/** @param everyone surnames of the bank with the days of coming and leaving; @param schools those at work */
export function sampleAssociations(
  bank: Bank,
  everyone: readonly { surname: string; from: string; to: string | null }[],
  schools: readonly string[],
): Association[] {
  const next = uidCounter('demo-union')
  const person = (surname: string, position: string) => ({
    librarianId: bank.librarianId(surname),
    name: bank.printed(surname),
    position,
  })
  const roles: Readonly<Record<string, string>> = { Ветлугина: 'руководитель', Лядова: 'секретарь' }
  const rmo: Association = {
    name: 'Районное методическое объединение педагогов-библиотекарей Заречинского района',
    shortName: 'РМО педагогов-библиотекарей',
    kind: 'rmo',
    head: person('Ветлугина', 'руководитель РМО'),
    secretary: person('Лядова', 'секретарь РМО'),
    note: 'Заседания — во второй четверг месяца, в 10:00.',
    themes: [
      {
        uid: next(),
        schoolYear: '2024-2025',
        theme: 'Школьная библиотека — пространство развития читательской грамотности',
        aim: 'Повышение роли школьной библиотеки в формировании читательской грамотности обучающихся.',
        tasks:
          'Обобщить опыт совместной работы учителей и библиотекарей.\nУпорядочить обмен учебниками между школами района.\nПодготовить библиотеки к списанию изданий 2014–2017 годов.',
      },
      {
        uid: next(),
        schoolYear: '2025-2026',
        theme: 'Профессиональное развитие педагога-библиотекаря в условиях обновления фонда учебников',
        aim: 'Рост профессионального мастерства педагогов-библиотекарей и полное обеспечение школ учебниками.',
        tasks:
          'Организовать наставничество молодых специалистов.\nОбеспечить курсовую подготовку не реже одного раза в три года.\nСократить остатки невостребованных учебников за счёт обменного фонда.',
      },
      {
        uid: next(),
        schoolYear: '2026-2027',
        theme: 'От школьной библиотеки к информационно-библиотечному центру: сеть и партнёрство',
        aim: 'Развитие сети информационно-библиотечных центров и партнёрства библиотек района.',
        tasks:
          'Подготовить две школы к присвоению статуса ИБЦ.\nСоздать единую страницу школьных библиотек района.\nЗавершить переход на единые государственные учебники истории.',
      },
    ],
    schoolIds: schools.map(bank.schoolId),
    members: everyone.map(({ surname, from, to }) => ({
      uid: next(),
      librarianId: bank.librarianId(surname),
      role: roles[surname] ?? 'участник',
      from: from < '2020-09-01' ? '2020-09-01' : from,
      to,
    })),
    series: [
      {
        uid: next(),
        id: null,
        name: 'Заседание РМО',
        heading: 'заседания районного методического объединения педагогов-библиотекарей',
        place: town,
        layout: 'full',
        decisionLabel: '',
      },
    ],
  }
  const gmo: Association = {
    name: 'Муниципальное методическое объединение руководителей информационно-библиотечных центров',
    shortName: 'ГМО руководителей ИБЦ',
    kind: 'gmo',
    head: person('Стрешнева', 'руководитель МИБЦ'),
    secretary: person('Чагина', 'секретарь ГМО ИБЦ'),
    note: '',
    themes: [
      {
        uid: next(),
        schoolYear: '2025-2026',
        theme: 'Сеть ИБЦ района: от концепции к единому стандарту услуг',
        aim: 'Единые требования к работе информационно-библиотечных центров.',
        tasks: 'Привести документы центров в соответствие с концепцией.\nОткрыть один новый центр.',
      },
      {
        uid: next(),
        schoolYear: '2026-2027',
        theme: 'Информационная открытость и сетевые проекты ИБЦ',
        aim: 'Открытость работы центров и обмен лучшими практиками.',
        tasks: 'Обновить разделы сайтов.\nПровести сетевой проект «Читающий район».',
      },
    ],
    schoolIds: centreSchools.map(bank.schoolId),
    members: centres.map(({ surname, role = 'участник', from = '2023-09-01', to = null }) => ({
      uid: next(),
      librarianId: bank.librarianId(surname),
      role,
      from,
      to,
    })),
    series: [
      {
        uid: next(),
        id: null,
        name: 'Совещание руководителей ИБЦ',
        heading: 'совещания руководителей информационно-библиотечных центров',
        place: 'МБОУ СОШ № 3, муниципальный ИБЦ',
        layout: 'decisions',
        decisionLabel: 'Решили',
      },
      {
        uid: next(),
        id: null,
        name: 'Рабочая группа по развитию сети ИБЦ',
        heading: 'заседания рабочей группы по развитию сети ИБЦ',
        place: '',
        layout: 'programme',
        decisionLabel: 'Решено',
      },
    ],
  }
  return [rmo, gmo].map((one) => Association.parse(one))
}
