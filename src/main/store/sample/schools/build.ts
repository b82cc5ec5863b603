import { School } from '@shared/contract/schools'
import { isInn } from '@shared/domain/inn'
import { between, noise, uidCounter } from '../marks'
import { contingentOf } from './contingent'
import { connectionsOf, documentsOf, fundsOf, libraryOf } from './library'
import { schoolSketches } from './list'
import type { SchoolSketch } from './sketch'

const legalForms = {
  МБОУ: 'Муниципальное бюджетное общеобразовательное учреждение',
  МАОУ: 'Муниципальное автономное общеобразовательное учреждение',
  МКОУ: 'Муниципальное казённое общеобразовательное учреждение',
} as const

const latin: Readonly<Record<string, string>> = {
  'с. Берёзовка': 'berezovka',
  'с. Ключи': 'klyuchi',
  'с. Ольховка': 'olhovka',
  'с. Покровское': 'pokrovskoe',
  'с. Троицкое': 'troickoe',
  'с. Луговое': 'lugovoe',
  'п. Кирпичный Завод': 'kirpich',
  'ст. Узловая': 'uzlovaya',
  'с. Новосёлки': 'novoselki',
  'с. Раздольное': 'razdolnoe',
  'с. Каменный Брод': 'kambrod',
  'с. Гусиная Лука': 'gusluka',
  'с. Сосновка': 'sosnovka',
  'п. Мирный': 'mirny',
  'с. Петровское': 'petrovskoe',
  'с. Малая Поляна': 'mpolyana',
  'п. Лесной': 'lesnoy',
  'д. Черёмушки': 'cheremushki',
  'х. Дальний': 'dalny',
  'с. Вознесенское': 'voznesenskoe',
  'д. Выселки': 'vyselki',
  'п. Степной': 'stepnoy',
  'с. Заозёрье': 'zaozerye',
}

/** ИНН with a right check digit and a region that does not exist, so that it can be nobody's. */
function innOf(place: number): string {
  const head = `98${String(1000 + place * 37).padStart(7, '0')}`
  for (let digit = 0; digit < 10; digit++) if (isInn(`${head}${digit}`)) return `${head}${digit}`
  throw new Error('No check digit')
}

/** Schools as the contract has them, in the order of their ids; a successor is named by its place among them. */
export function sampleSchools(): { school: School; successor: string | null }[] {
  const next = uidCounter('demo-school')
  const merged = schoolSketches.findIndex((one) => one.state?.state === 'merged')
  return schoolSketches.map((sketch, index) => {
    const guest = schoolSketches[merged]
    const takesOver =
      guest?.state?.successor === sketch.name ? { sketch: guest, place: merged, from: guest.state.on } : null
    return {
      school: School.parse(schoolOf(sketch, index, next, takesOver)),
      successor: sketch.state?.successor ?? null,
    }
  })
}

function schoolOf(
  sketch: SchoolSketch,
  place: number,
  next: () => string,
  merged: Parameters<typeof contingentOf>[3],
): School {
  const host =
    latin[sketch.locality] ??
    `school${/\d+/.exec(sketch.name)?.[0] ?? (sketch.type === 'evening' ? '-vechernyaya' : '-internat')}`
  return {
    fullName: `${legalForms[sketch.legal]} «${sketch.title}» Заречинского района`,
    shortName: sketch.name,
    type: sketch.type,
    code: `9801${String(place + 1).padStart(2, '0')}`,
    inn: sketch.type === 'branch' ? '' : innOf(place),
    locality: sketch.locality,
    address: `Северодольская область, Заречинский район, ${sketch.locality}, ${sketch.street}`,
    coordinates: coordinatesOf(place),
    // A dialling code that is not assigned.
    phone: `+7 (39955) ${between(2, 4, place, 40)}-${between(10, 89, place, 41)}-${between(10, 89, place, 42)}`,
    email: `${host}@zarechye.example`,
    site: `https://${host}.zarechye.example`,
    director: sketch.director,
    foundedOn: sketch.foundedOn,
    state: sketch.state?.state ?? 'active',
    closedOn: sketch.state?.on ?? null,
    successorId: null,
    note: sketch.state?.note ?? '',
    library: libraryOf(sketch, place),
    statuses: sketch.statuses.map(([status, since, order]) => ({ uid: next(), status, since, order })),
    connections: connectionsOf(sketch, place, next),
    funds: fundsOf(sketch, place, next),
    contingent: contingentOf(sketch, place, next, merged),
    documents: documentsOf(sketch, place, next),
  }
}

/** Invented places within a day's drive, where there is nothing but forest. */
function coordinatesOf(place: number): string {
  const latitude = 62.1 + noise(place, 70) * 0.6
  const longitude = 51.2 + noise(place, 71) * 1.1
  return `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`
}
