import {
  classOfEducation,
  type EducationFact,
  educationClass,
  educationClasses,
} from '@shared/domain/staffing/education'
import { positionGroup } from '@shared/domain/staffing/positions'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const education = fc.record<EducationFact>({
  level: fc.constantFrom('higher', 'vocational', 'secondary'),
  field: fc.constantFrom('library', 'pedagogical', 'other'),
  year: fc.option(fc.integer({ min: 1960, max: 2030 })),
})

describe('educationClass', () => {
  it('is the class of one of the finished educations, and no other of them stands before it', () => {
    const order = Object.keys(educationClasses)
    fc.assert(
      fc.property(fc.array(education, { maxLength: 5 }), fc.integer({ min: 1970, max: 2030 }), (all, year) => {
        const finished = all.filter((one) => one.year === null || one.year <= year).map(classOfEducation)
        const found = educationClass(all, year)
        if (found === null) {
          expect(finished).toEqual([])
          return
        }
        expect(finished).toContain(found)
        for (const one of finished) expect(order.indexOf(one)).toBeGreaterThanOrEqual(order.indexOf(found))
      }),
    )
  })

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(fc.array(education, { maxLength: 5 }), (all) => {
        expect(educationClass([...all].reverse(), 2026)).toBe(educationClass(all, 2026))
      }),
    )
  })

  it('puts the level before the field, library education before the rest of its level', () => {
    const teacher = { level: 'higher', field: 'pedagogical', year: 1996 } as const
    const college = { level: 'vocational', field: 'library', year: 1990 } as const
    const retrained = { level: 'higher', field: 'library', year: 2027 } as const
    expect(educationClass([college, teacher], 2026)).toBe('higher-pedagogical')
    expect(educationClass([college, teacher, retrained], 2026)).toBe('higher-pedagogical')
    expect(educationClass([college, teacher, retrained], 2027)).toBe('higher-library')
  })
})

describe('positionGroup', () => {
  it.each([
    ['педагог-библиотекарь', 'teacher-librarian'],
    ['Педагог – библиотекарь', 'teacher-librarian'],
    ['педагог библиотекарь, учитель', 'teacher-librarian'],
    ['Библиотекарь', 'librarian'],
    ['ведущий библиотекарь', 'librarian'],
    ['заведующий библиотекой', 'library-head'],
    ['Зав. библиотекой', 'library-head'],
    ['заведующая ИБЦ, педагог-библиотекарь', 'centre-head'],
    ['руководитель МИБЦ', 'centre-head'],
    ['руководитель информационно-библиотечного центра', 'centre-head'],
    ['методист ИБЦ', 'methodist'],
    ['учитель начальных классов', 'teacher'],
    ['педагог дополнительного образования', 'teacher'],
    ['заместитель директора по УВР', 'other'],
    ['секретарь', 'other'],
    ['  ', null],
  ])('%s → %s', (position, group) => {
    expect(positionGroup(position)).toBe(group)
  })
})
