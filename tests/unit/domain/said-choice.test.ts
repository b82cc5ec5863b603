import { eventKindWords, eventLevelWords } from '@shared/contract/events'
import { parseCell } from '@shared/domain/cells/parse-cell'
import { saidChoice } from '@shared/domain/cells/said-choice'
import { describe, expect, it } from 'vitest'

describe('the kind and the level an event is said to be of', () => {
  it.each([
    ['Вебинар «Как провести конкурс чтецов»', 'webinar', null],
    ['Онлайн-семинар для педагогов-библиотекарей', 'webinar', null],
    ['Районный семинар-практикум «Учёт фонда»', 'seminar', 'municipal'],
    ['Муниципальный этап Всероссийского конкурса «Живая классика»', 'contest', 'municipal'],
    ['Месячник школьных библиотек', 'month', null],
    ['День словаря', 'campaign', null],
    ['XII областная научно-практическая конференция', 'conference', 'regional'],
    ['Курсы повышения квалификации «Школьный библиотекарь»', 'course', null],
    ['Международная акция «Читаем детям»', 'campaign', 'international'],
    ['Встреча с писателем', null, null],
    ['Реакция читателей', null, null],
  ])('%s', (name, kind, level) => {
    expect([saidChoice(eventKindWords, name), saidChoice(eventLevelWords, name)]).toEqual([kind, level])
  })

  it('is read in a cell by the choice itself first, then by other words', () => {
    const column = {
      title: 'Уровень',
      type: 'choice',
      choices: { municipal: 'муниципальный', regional: 'региональный', national: 'федеральный' },
      said: eventLevelWords,
    } as const
    const read = (text: string) => parseCell(column, text)
    expect(read('муницип')).toEqual({ ok: true, value: 'municipal' })
    expect(read('Областной')).toEqual({ ok: true, value: 'regional' })
    expect(read('Всероссийский уровень')).toEqual({ ok: true, value: 'national' })
    expect(read('какой-то')).toMatchObject({ ok: false })
  })
})
