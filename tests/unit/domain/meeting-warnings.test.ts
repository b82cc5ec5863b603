import type { AgendaItem, Decision, MeetingDoc, Speech } from '@shared/contract/meetings'
import { parseDues } from '@shared/domain/due/parse'
import { type MeetingWarning, meetingWarnings } from '@shared/domain/meeting-warnings'
import { schoolYearSlips } from '@shared/domain/school-year-slips'
import { describe, expect, it } from 'vitest'

const noVote = { for: null, against: null, abstained: null, unanimous: false }
const person = (name: string) => ({ librarianId: null, name, position: '' })

function decision(uid: string, text: string, date: string, to: string | null = 'школам'): Decision {
  const addressees =
    to === null ? [] : [{ uid: `${uid}-to`, kind: 'group' as const, text: to, librarianId: null, schoolId: null }]
  return { uid, text, addressees, dues: parseDues(text, { date }), carriedFrom: null }
}

const speech = (uid: string, text: string): Speech => ({ uid, kind: 'report', speaker: person('Ветлугина Н.С.'), text })

function item(uid: string, title: string, parts: Partial<AgendaItem> = {}): AgendaItem {
  return { uid, title, speakers: [], speeches: [speech(`${uid}-s`, 'О том.')], vote: noVote, decisions: [], ...parts }
}

function meeting(parts: Partial<MeetingDoc> = {}): MeetingDoc {
  return {
    seriesId: 1,
    number: '1',
    date: '2023-09-08',
    time: null,
    place: '',
    format: 'in-person',
    theme: '',
    layout: 'full',
    decisionLabel: '',
    chairs: [{ uid: 'chair1', ...person('Ветлугина Н.С.') }],
    secretary: person('Лядова И.П.'),
    invited: [],
    attendance: { mode: 'count', count: 29, text: 'педагогов-библиотекарей', roster: [] },
    agenda: [item('item-1', 'О плане работы')],
    speeches: [],
    decisions: [],
    note: '',
    ...parts,
  }
}

const codes = (warnings: readonly MeetingWarning[]): string[] =>
  warnings.map(({ code, where }) => `${code} ${where.kind} ${where.id}`.trim())

describe('the slips of a protocol made over last year’s', () => {
  const date = '2023-09-08'
  const heard =
    'выступила руководитель РМО Ветлугина Н.С., раздала план РМО на 2022-2023 учебный год и спросила, чего в нём не хватает.'
  const paper = meeting({
    agenda: [
      item('item-1', 'О плане РМО на 2023-2024 учебный год.', {
        speeches: [speech('speech-1', heard)],
        vote: { for: 29, against: 0, abstained: 0, unanimous: false },
        decisions: [decision('decision-1', 'План РМО на 2023-2024 учебный год приняли, постоянно.', date)],
      }),
      item('item-4', 'О сведениях для банка данных', {
        decisions: [decision('decision-4', 'Прислать таблицу до 10 октября 2022г.', date)],
      }),
      item('item-5', 'Как списать учебники, которые лежат с прошлых лет (2016-2018г.)', {
        decisions: [decision('decision-5', 'Переделать акты на списание по образцу (постоянно)', date)],
      }),
    ],
  })
  const warnings = meetingWarnings(paper)

  it('are both found, and nothing else', () => {
    expect(codes(warnings)).toEqual(['school-year-mismatch speech speech-1', 'due-mismatch decision decision-4'])
  })

  it('are shown where they stand', () => {
    const [year, due] = warnings
    expect(heard.slice(...(year?.range ?? [0, 0]))).toBe('2022-2023')
    expect('Прислать таблицу до 10 октября 2022г.'.slice(...(due?.range ?? [0, 0]))).toBe('до 10 октября 2022г.')
    expect(year?.text).toBe(
      'В тексте по вопросу 1 назван 2022–2023 учебный год, а заседание 08.09.2023 относится к 2023–2024. Проверьте, не остался ли он от прежнего протокола.',
    )
    expect(due?.text).toBe(
      'В решении 2.1 срок «до 10 октября 2022г.» раньше даты заседания (08.09.2023). Проверьте год и число.',
    )
  })
})

describe('schoolYearSlips', () => {
  it.each([
    ['План работы на 2022-2023 учебный год', '2023-09-08', ['2022-2023']],
    ['План работы на 2023-2024 учебный год', '2023-09-08', []],
    ['Об итогах 2022-2023 учебного года и плане на 2023–2024 учебный год', '2023-09-08', []],
    ['Об итогах 2022-2023 учебного года и плане работы на 2022-2023 учебный год', '2023-09-08', ['2022-2023']],
    ['Анализ работы за 2021-2022 и 2022-2023 учебные годы', '2023-09-08', []],
    ['Отчёт о работе РМО за 2022-2023 учебный год', '2023-09-08', []],
    ['Анализ выполнения плана на 2022-2023 учебный год', '2023-09-08', []],
    ['В 2022-2023 учебном году проведено пять заседаний', '2023-09-08', []],
    ['Задачи РМО в 2022-2023 учебном году', '2023-09-08', ['2022-2023']],
    ['О заказе учебников на 2024-2025 учебный год', '2023-11-20', []],
    ['План работы на 2024-2025 учебный год', '2024-05-20', []],
    ['План работы на 2026-2027 учебный год', '2023-09-08', ['2026-2027']],
    ['План работы на 2023-2024 учебный год', '2023-08-28', []],
    ['План работы на 2022-2023 учебный год', '2023-08-28', ['2022-2023']],
    ['Итоги 2022-2023 учебного года', '2023-08-28', []],
    ['Утверждение системы работы на 2022-2023 учебный год', '2023-09-08', ['2022-2023']],
    ['списать учебники (2016-2018г.), итоги работы за 2021-2022 годы', '2023-09-08', []],
  ])('%s on %s: %j', (text, date, expected) => {
    expect(schoolYearSlips(text, date).map(({ schoolYear }) => schoolYear)).toEqual(expected)
  })
})

describe('meetingWarnings', () => {
  it('finds nothing in a complete protocol', () => {
    expect(codes(meetingWarnings(meeting()))).toEqual([])
  })

  it('counts votes against the head-count or the roster', () => {
    const vote = { for: 30, against: 0, abstained: 0, unanimous: false }
    expect(codes(meetingWarnings(meeting({ agenda: [item('item-1', 'О плане', { vote })] })))).toEqual([
      'vote-exceeds-attendance item item-1',
    ])
    const roster = ['present', 'present', 'excused'].map((state, index) => ({
      uid: `entry-${index}`,
      person: person(`Иванова ${index}`),
      schoolId: null,
      school: '',
      state: state as 'present' | 'excused',
      note: '',
    }))
    const listed = meeting({
      attendance: { mode: 'roster', count: 29, text: '', roster },
      agenda: [
        item('item-1', 'О плане', { vote: { ...vote, for: 3 } }),
        item('item-2', 'О фонде', { vote: { ...vote, for: 1 } }),
      ],
    })
    expect(codes(meetingWarnings(listed))).toEqual([
      'vote-exceeds-attendance item item-1',
      'vote-less-than-attendance item item-2',
    ])
  })

  it('sees that there is no quorum', () => {
    const roster = ['present', 'absent', 'absent'].map((state, index) => ({
      uid: `entry-${index}`,
      person: person(`Иванова ${index}`),
      schoolId: null,
      school: '',
      state: state as 'present' | 'absent',
      note: '',
    }))
    expect(codes(meetingWarnings(meeting({ attendance: { mode: 'roster', count: null, text: '', roster } })))).toEqual([
      'no-quorum meeting',
    ])
  })

  it('misses what a decision needs', () => {
    const date = '2023-09-08'
    const found = meetingWarnings(
      meeting({
        agenda: [
          item('item-1', 'О плане', {
            decisions: [
              decision('decision-1', 'Составить шаги по теме.', date, null),
              decision('decision-2', 'Принять к сведению.', date, null),
              decision('decision-3', 'Принять к сведению, переделать акты', date),
              decision('decision-4', ' ', date),
            ],
          }),
        ],
        decisions: [decision('decision-5', 'Сдать отчёт до 1 октября 2032 года', date)],
      }),
    )
    expect(codes(found)).toEqual([
      'decision-without-addressee decision decision-1',
      'decision-without-due decision decision-1',
      'decision-without-due decision decision-3',
      'empty-decision decision decision-4',
      'due-mismatch decision decision-5',
    ])
  })

  it('misses chair, people, agenda and texts', () => {
    const bare = meeting({ chairs: [], agenda: [], attendance: { mode: 'count', count: null, text: '', roster: [] } })
    expect(codes(meetingWarnings(bare))).toEqual(['no-chair meeting', 'no-agenda meeting', 'no-attendance meeting'])
    const items = [item('item-1', ' '), item('item-2', 'О фонде', { speeches: [] })]
    expect(codes(meetingWarnings(meeting({ agenda: items })))).toEqual([
      'empty-item item item-1',
      'empty-item item item-2',
    ])
  })

  it('asks of the short protocol a secretary, not a chair, and no speeches', () => {
    const short = meeting({
      layout: 'decisions',
      chairs: [],
      secretary: null,
      agenda: [item('item-1', 'План мероприятий', { speeches: [] })],
    })
    expect(codes(meetingWarnings(short))).toEqual(['no-secretary meeting'])
  })

  it('does not take a due without a year, a repeated or a permanent one for a slip', () => {
    const date = '2023-09-08'
    const texts = [
      'Сдать (до 10 августа)',
      'Обновлять (постоянно)',
      'Сдавать ежегодно до 1 сентября',
      'Провести (октябрь 2023 года)',
    ]
    const decisions = texts.map((text, index) => decision(`decision-${index}`, text, date))
    expect(codes(meetingWarnings(meeting({ agenda: [], decisions })))).toEqual([])
  })
})
