import type { SectionContent } from '@shared/contract/report-content'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { districtOf } from './district-of'
import { type Judged, openDistrict, plain, sample } from './judge'

/** Sentences that read wrong once were mended: each is held here as an editor would write it. */

function sentences(content: SectionContent): string[] {
  return content.parts.flatMap((part) =>
    part.form === 'text' ? part.paragraphs.map((one) => plain(one.runs.map((run) => run.text).join(''))) : [],
  )
}

describe('of one school, one person, one of everything', () => {
  let district: Judged
  beforeAll(async () => {
    district = await openDistrict((call) => districtOf(call, 1))
  }, 60_000)
  afterAll(() => district.close())

  test.each([
    ['passport', 'По состоянию на 31.08.2026 в муниципалитете 1 школа. В школе 1 обучающийся.'],
    [
      'meetings',
      'В 2025–2026 учебном году проведено 1 заседание. На заседании рассмотрен 1 вопрос, принято 1 решение.',
    ],
    ['meetings', 'На заседании присутствовал 1 человек.'],
    ['events', 'По уровням: муниципальный — 1.'],
    ['events', 'Среди участников — 1 школа и 1 библиотекарь.'],
    [
      'roadmaps',
      'В 2025–2026 учебном году действовал 1 документ (дорожные карты и планы работы), в нём 1 пункт. Ни один пункт на 31 августа 2026 г. не отмечен выполненным.',
    ],
    ['roadmaps', 'На 31 августа 2026 г. ждут своего срока — 1.'],
    [
      'provision',
      'На 1 сентября 2025 г. по учебному плану школам требуется 1 учебник, в наличии годных к использованию — 2. Потребность обеспечена на 100 %, как и в 2024–2025 учебном году.',
    ],
    ['provision', 'Нехватки учебников нет; излишек — 1 экземпляр.'],
    [
      'writeoff',
      'В 2025–2026 учебном году в 1 школе составлен 1 акт о списании, исключён 1 экземпляр учебников 1 названия на сумму 100,00 руб.',
    ],
    [
      'libraries',
      'На 31 августа 2026 г. в муниципалитете работает 1 школа, столько же, сколько в 2024–2025 учебном году. В ней обучается 1 человек, столько же, сколько в 2024–2025 учебном году.',
    ],
  ])('%s: %s', async (kind, sentence) => {
    expect(sentences(await district.section(kind, '2025-2026'))).toContain(sentence)
  })
})

describe('of the sample district', () => {
  let district: Judged
  beforeAll(async () => {
    district = await sample()
  }, 60_000)
  afterAll(() => district.close())

  test.each([
    ['training', '2024-2025', 'Истёкших категорий нет; до конца 2025–2026 учебного года срок истекает у 1 человека.'],
    ['training', '2025-2026', 'Срок категории истёк у 1 человека; до конца 2026–2027 учебного года — у 7 человек.'],
    ['events', '2025-2026', 'По уровням: муниципальный — 3, межрайонный — 1 и региональный — 2.'],
    ['events', '2025-2026', 'Среди участников — 32 школы и 11 библиотекарей.'],
    ['events', '2024-2025', '14.02.2025 — «День дарения книг: встреча с краеведом».'],
    [
      'events',
      '2026-2027',
      '17.11.2026 — «Областной вебинар Информационная открытость библиотеки на сайте школы», не отмечено проведённым.',
    ],
    [
      'awards',
      '2025-2026',
      'В конкурсах профессионального мастерства участвовали 3 человека (уровень: всероссийский — 1 и региональный — 2) — столько же, сколько в 2024–2025 учебном году.',
    ],
    [
      'decisions',
      '2025-2026',
      'Перенесены в повестку следующих заседаний 2 решения; из решений прежних заседаний взято 2.',
    ],
    ['roadmaps', '2025-2026', 'Выполнено 11 пунктов, или 40,7 %.'],
    [
      'holdings',
      '2026-2027',
      'На 21 ноября 2026 г. в фондах школьных библиотек состоит 109 605 экземпляров учебников на сумму 77 595 247,80 руб., с начала учебного года фонд уменьшился на 6 экземпляров.',
    ],
    ['writeoff', '2026-2027', 'В 2026–2027 учебном году учебники не списывались.'],
  ])('%s %s: %s', async (kind, schoolYear, sentence) => {
    const said = sentences(await district.section(kind, schoolYear))
    expect(said.find((one) => one.includes(sentence)) ?? said).toEqual(expect.stringContaining(sentence))
  })

  test('says how every fulfilled decision was: in time, late, or with no day to be late for', async () => {
    const said = sentences(await district.section('decisions', '2025-2026'))
    expect(said[0]).toContain(
      'Выполнено 25 решений (61 %), в том числе в срок — 21, позже срока — 1 и со сроком без даты — 3.',
    )
  })
})
