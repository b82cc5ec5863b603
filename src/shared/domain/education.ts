/** Education as people write it in one cell of a list: «высшее, библиотечное», «СПО педагогическое, колледж, 1998 г.». */
export interface EducationText {
  level: 'higher' | 'vocational' | 'secondary'
  field: 'library' | 'pedagogical' | 'other'
  institution: string
  speciality: string
  year: number | null
}

// \b knows no Cyrillic: a word ends where no letter follows.
const levels: readonly [EducationText['level'], RegExp][] = [
  ['higher', /высш(?:ее|\.)?(?![а-яё])(?: проф(?:ессиональное|\.)?)?(?: образование)?/iu],
  [
    'vocational',
    /средн(?:ее|\.)?[- ]*(?:спец|проф)(?:иальное|ессиональное|\.)?(?: образование)?|(?:спо|ссо)(?![а-яё])|начальное профессиональное/iu,
  ],
  ['secondary', /средн(?:ее|\.)?(?:[ ,(]*(?:полное|общее))*\)?(?: образование)?/iu],
]

const fields: readonly [EducationText['field'], RegExp, RegExp][] = [
  ['library', /библиотеч?н(?:ое|о-информационное)(?![а-яё])/iu, /библиот/iu],
  ['pedagogical', /педагогическое(?![а-яё])/iu, /педагог|пединститут|педучилищ|педколледж|учител/iu],
  ['other', /(?:другое|непрофильное|иное)(?![а-яё])/iu, /(?!)/u],
]

const placeOfStudy = /институт|университет|колледж|техникум|училищ|академи|консерватори|[А-ЯЁ]{3,}/u

/** Null when no level of education is named. Words that are neither level nor field are kept as place, speciality, year. */
export function parseEducation(text: string): EducationText | null {
  const level = levels.find(([, pattern]) => pattern.test(text))
  if (!level) return null
  const named = fields.find(([, word]) => word.test(text))
  const field = named ?? fields.find(([, , sign]) => sign.test(text))
  const year = /(?<!\d)(19[4-9]\d|20\d\d)(?!\d)(?: *(?:года?|г\.?)(?![а-яё]))?/u.exec(text)
  let rest = text.replace(level[1], ',')
  if (named) rest = rest.replace(named[1], ',')
  if (year) rest = rest.replace(year[0], ',')
  const parts = rest
    .split(/[,\n]|\(|\)/u)
    .map((part) => part.replace(/\s+/gu, ' ').replace(/^[\s:–—-]+|[\s:–—-]+$/gu, ''))
    .filter((part) => part !== '' && part !== '.')
  return {
    level: level[0],
    field: field?.[0] ?? 'other',
    institution: parts.filter((part) => placeOfStudy.test(part)).join(', '),
    speciality: parts.filter((part) => !placeOfStudy.test(part)).join(', '),
    year: year ? Number(year[1]) : null,
  }
}
