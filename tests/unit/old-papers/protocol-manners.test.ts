import { describe, expect, it } from 'vitest'
import { understandProtocol } from '../../../src/main/store/old-papers/protocol/understand-protocol'
import { type PlanBlock, paper } from '../../support/old-papers/plan-paper'
import { outline } from '../../support/old-papers/protocol-outline'

/** How protocols are written in the districts, manner by manner. */

const TODAY = '2026-11-21'
const read = (...blocks: PlanBlock[]): string[] => outline(understandProtocol(paper(...blocks), TODAY).protocol)
const HEAD = ['Протокол № 2', 'заседания РМО школьных библиотекарей', '14 марта 2025 года'] as const
const AGENDA = ['Повестка дня:', '1. О фонде учебников.', '2. О неделе книги.'] as const

describe('labels', () => {
  it('name the question they are of', () => {
    expect(
      read(
        ...HEAD,
        ...AGENDA,
        'Слушали по первому вопросу: Зимина О.П., методист, рассказала о сверке фонда.',
        'Выступили по первому вопросу повестки дня: Котова Л.Д. – учебников хватает.',
        'Решили по 1 вопросу: провести сверку до 1 мая 2025 года.',
        'Слушали по второму вопросу повестки дня: Лунина А.А. показала план недели.',
        'Решили по второму вопросу: план утвердить.',
      ),
    ).toEqual([
      '# О фонде учебников',
      '> Зимина О.П., методист: рассказала о сверке фонда.',
      '» Котова Л.Д.: учебников хватает.',
      '! провести сверку до 1 мая 2025 года. |  | до 1 мая 2025 года',
      '# О неделе книги',
      '> Лунина А.А.: показала план недели.',
      '! план утвердить.',
    ])
  })

  it('name it where all is decided in the end', () => {
    expect(
      read(
        ...HEAD,
        ...AGENDA,
        'Слушали по первому вопросу: Зимина О.П. рассказала о сверке фонда.',
        'Слушали по второму вопросу: Лунина А.А. показала план недели.',
        'Решили по первому вопросу: провести сверку.',
      ),
    ).toEqual([
      '# О фонде учебников',
      '> Зимина О.П.: рассказала о сверке фонда.',
      '! провести сверку.',
      '# О неделе книги',
      '> Лунина А.А.: показала план недели.',
    ])
  })
})
