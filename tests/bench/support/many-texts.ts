import { installJournal, removeJournal } from '@store/database/journal'
import { type Random, seededRandom } from '@store/sample/generate/random'
import type { Database as Sqlite } from 'better-sqlite3'

/**
 * Half a million records to be searched: a region of many years. Words of schools and papers stand first and often, those made up of
 * parts of words after them, each the rarer the farther (Zipf), as in real texts.
 */

const common =
  `школа библиотека учебник фонд план район работа педагог библиотекарь центр обменный заседание методический объединение
  организация руководитель сведения подготовить направить разместить сайт представить список невостребованный потребность
  чтение читатель книга литература конкурс семинар вебинар урок год класс ученик родитель проект акция выставка отчёт анализ
  информационный образовательный общеобразовательный средний районный муниципальный областной срок декабрь октябрь ноябрь
  сентябрь январь февраль март апрель май приказ положение списание передача акт заказ поставка издательство обеспеченность
  электронный ресурс каталог база данные курсы квалификация категория аттестация опыт мастер наставник молодой специалист
  провести утвердить принять информация протокол решение вопрос повестка тема доклад выступление обсудить рекомендовать
  математика алгебра геометрия физика химия биология география история обществознание русский язык английский немецкий
  информатика технология музыка искусство физкультура окружающий мир основы безопасности жизнь культура народ регион село
  город улица посёлок станица хутор детский юношеский краеведение патриотический воспитание победа память герой дружба`
    .split(/\s+/)
    .filter((word) => word !== '')

const beginnings = 'пере про под над рас вы за до от при без со вос ис об пред сверх меж'.split(' ')
const roots =
  'вод лес гор ход чит пис лист сад дом мир рек бел крас тих стро двор стен мост рост свет след зван клад лет год вид слав род труд'.split(
    ' ',
  )
const middles = ['', 'ов', 'ин', 'ел', 'ар', 'ен', 'ич', 'ок', 'ун', 'ят']
const endings = ['', 'ка', 'ник', 'ость', 'ение', 'ный', 'ский', 'овать', 'щик', 'тель']

function dictionary(): string[] {
  const made: string[] = []
  for (const ending of endings) {
    for (const middle of middles) {
      for (const root of roots)
        for (const beginning of ['', ...beginnings]) made.push(beginning + root + middle + ending)
    }
  }
  const random = seededRandom(7)
  for (let at = made.length - 1; at > 0; at--) {
    const other = random.int(0, at)
    ;[made[at], made[other]] = [made[other] ?? '', made[at] ?? '']
  }
  return [...common, ...made]
}

export interface Words {
  all: readonly string[]
  /** The rarer the farther from the first. */
  one(): string
  text(from: number, to: number): string
}

export function wordsOf(random: Random): Words {
  const all = dictionary()
  const sums: number[] = []
  let sum = 0
  for (let at = 0; at < all.length; at++) {
    sum += 1 / (at + 3)
    sums.push(sum)
  }
  const one = (): string => {
    const wanted = random.next() * sum
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return all[low] ?? ''
  }
  const text = (from: number, to: number): string => {
    const words = Array.from({ length: random.int(from, to) }, one)
    const line = words.join(' ')
    return line.charAt(0).toUpperCase() + line.slice(1)
  }
  return { all, one, text }
}

export const surnames = (count: number): string[] => {
  const random = seededRandom(3)
  const parts = 'вер бор дуб рож бере кали яр лип клен оси ель сос жел бар луг пол сух мок вет тим'.split(' ')
  return Array.from(
    { length: count },
    () => `${random.pick(parts)}${random.pick(parts)}${random.pick(['ова', 'ина', 'кина', 'ская', 'енко', 'юк'])}`,
  ).map((name) => name.charAt(0).toUpperCase() + name.slice(1))
}

const given = ['Анна', 'Мария', 'Ольга', 'Елена', 'Ирина', 'Наталья', 'Светлана', 'Татьяна', 'Галина', 'Юлия']
const patronymics = ['Ивановна', 'Петровна', 'Сергеевна', 'Николаевна', 'Андреевна', 'Михайловна', 'Викторовна']

/** So many of each; together what the issue asks for. */
export const amounts = {
  school: 1000,
  librarian: 3000,
  textbook: 20_000,
  meeting: 16_000,
  decision: 300_000,
  roadmapItem: 120_000,
  event: 25_000,
  writeOff: 10_000,
  oldPaper: 5000,
}

/** Writes them past the journal, as a file of many years has them; the index is left to be made. */
export function fillTexts(raw: Sqlite, share = 1): void {
  const random = seededRandom(1)
  const words = wordsOf(random)
  const many = Object.fromEntries(
    Object.entries(amounts).map(([name, count]) => [name, Math.max(1, Math.round(count * share))]),
  ) as typeof amounts
  const day = (): string =>
    `${random.int(2006, 2026)}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`
  raw.exec('BEGIN')
  removeJournal(raw)
  for (const { name } of raw
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'search%mark%'")
    .all()) {
    raw.exec(`DROP TRIGGER "${name}"`)
  }
  const put = inserter(raw)
  const places = Array.from({ length: 300 }, () => `с. ${words.text(1, 1)}`)
  for (let n = 1; n <= many.school; n++) {
    put('school', {
      shortName: `МБОУ СОШ № ${n}`,
      fullName: `Муниципальное бюджетное общеобразовательное учреждение средняя общеобразовательная школа № ${n} ${words.text(1, 2)}`,
      type: 'school',
      locality: random.pick(places),
      address: `ул. ${words.text(1, 2)}, ${n}`,
      phone: `+7 (863) ${random.int(200, 999)}-${random.int(10, 99)}-${random.int(10, 99)}`,
      email: `school${n}@example.ru`,
      inn: String(6_100_000_000 + n),
      code: `k${n}`,
      state: 'active',
      nameKey: `k${n}`,
    })
  }
  const people = surnames(2000)
  for (let n = 1; n <= many.librarian; n++) {
    put('librarian', {
      surname: random.pick(people),
      given: random.pick(given),
      patronymic: random.pick(patronymics),
      phone: `+7 (928) ${random.int(100, 999)}-${random.int(10, 99)}-${random.int(10, 99)}`,
      email: `person${n}@example.ru`,
      category: 'none',
    })
  }
  for (let n = 1; n <= 25; n++)
    put('subject', { name: common[n + 110] ?? '', obligatory: 1, gradeFrom: 1, gradeTo: 11, nameKey: `s${n}` })
  for (let n = 1; n <= many.textbook; n++) {
    const grade = random.int(1, 11)
    put('textbook', {
      kind: 'textbook',
      subjectId: random.int(1, 25),
      gradeFrom: grade,
      gradeTo: grade,
      title: random.next() < 0.6 ? `${words.all[random.int(110, 135)]}` : words.text(2, 5),
      authors: `${random.pick(people)} А. Б., ${random.pick(people)} В. Г.`,
      publisher: words.text(1, 2),
      language: 'русский',
      level: 'none',
      fplState: 'listed',
      fplKey: `1.1.${random.int(1, 3)}.${random.int(1, 12)}.${random.int(1, 9)}.${random.int(1, 9)}.${n}`,
      isbnKey: `978500${String(n).padStart(7, '0')}`,
    })
  }
  const { id: associationId } = raw.prepare<[], { id: number }>('SELECT min(id) AS id FROM association').get() ?? {
    id: 1,
  }
  const { id: seriesId } = raw.prepare<[], { id: number }>('SELECT min(id) AS id FROM meetingSeries').get() ?? { id: 1 }
  const ofMeeting = Math.ceil(many.decision / many.meeting)
  let decisions = 0
  for (let n = 1; n <= many.meeting; n++) {
    const meetingId = put('meeting', {
      seriesId,
      schoolYear: `${2006 + (n % 20)}-${2007 + (n % 20)}`,
      number: String(n),
      date: day(),
      place: random.pick(places),
      format: 'none',
      theme: words.text(3, 8),
      layout: 'decisions',
      attendanceMode: 'count',
      state: 'draft',
    })
    for (let k = 0; k < 4; k++) {
      put('agendaItem', { uid: `a${n}-${k}`, meetingId, ord: k, title: words.text(4, 12) })
      put('speech', {
        uid: `s${n}-${k}`,
        meetingId,
        itemUid: `a${n}-${k}`,
        ord: k,
        kind: 'report',
        name: random.pick(people),
        text: words.text(20, 40),
      })
    }
    for (let k = 0; k < ofMeeting && decisions < many.decision; k++) {
      decisions += 1
      put('decision', {
        uid: `d${decisions}`,
        meetingId,
        ord: k,
        text: `${words.text(8, 18)} до ${random.int(1, 28)} ${random.pick(['сентября', 'октября', 'мая'])} ${random.int(2006, 2026)} года.`,
      })
    }
  }
  for (let n = 1; n <= 1000; n++) {
    put('roadmap', {
      kind: 'plan',
      title: words.text(3, 7),
      from: day(),
      to: '2026-12-31',
      associationId,
      numbering: 'through',
    })
  }
  for (let n = 1; n <= many.roadmapItem; n++) {
    put('roadmapItem', {
      uid: `i${n}`,
      roadmapId: random.int(1, 1000),
      ord: n,
      number: String(n % 40),
      title: words.text(4, 10),
      results: words.text(2, 6),
    })
  }
  for (let n = 1; n <= many.event; n++) {
    const from = day()
    put('event', {
      name: words.text(3, 7),
      kind: 'seminar',
      level: 'municipal',
      format: 'none',
      from,
      to: from,
      place: random.pick(places),
      state: 'planned',
      results: words.text(3, 10),
    })
  }
  for (let n = 1; n <= many.writeOff; n++) {
    put('writeOff', {
      schoolId: random.int(1, many.school),
      reason: 'worn',
      number: String(n),
      date: day(),
      disposal: 'none',
      state: 'drafted',
    })
  }
  for (let n = 1; n <= many.oldPaper; n++) {
    put('oldPaper', {
      file: `${words.one()} ${n}.docx`,
      folder: words.text(1, 2),
      hash: `h${n}`,
      readAt: '2026-01-01',
      title: words.text(3, 8),
    })
  }
  installJournal(raw)
  raw.exec("UPDATE searchState SET rules = ''")
  raw.exec('COMMIT')
}

type Cell = string | number | null

/** Inserts a row with blanks for what is not given and must be there. */
function inserter(raw: Sqlite): (table: string, row: Readonly<Record<string, Cell>>) => number {
  const statements = new Map<string, ReturnType<Sqlite['prepare']>>()
  const blanks = new Map<string, Record<string, Cell>>()
  return (table, row) => {
    let blank = blanks.get(table)
    if (!blank) {
      const columns = raw
        .prepare<[string], { name: string; type: string; notnull: number; dflt_value: unknown }>(
          'SELECT name, type, "notnull", dflt_value FROM pragma_table_info(?) WHERE pk = 0',
        )
        .all(table)
      blank = Object.fromEntries(
        columns
          .filter((one) => one.notnull === 1 && one.dflt_value === null)
          .map((one) => [one.name, one.type === 'TEXT' ? '' : 0]),
      )
      blanks.set(table, blank)
    }
    const whole = { ...blank, ...row }
    const key = `${table}/${Object.keys(whole).join()}`
    let statement = statements.get(key)
    if (!statement) {
      const names = Object.keys(whole)
      statement = raw.prepare(
        `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
      )
      statements.set(key, statement)
    }
    return Number(statement.run(whole).lastInsertRowid)
  }
}
