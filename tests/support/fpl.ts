import ExcelJS from 'exceljs'

/** Federal lists for tests: laid out as the order's annex is, with titles, people and publishers that do not exist. */

export interface FplBook {
  code: string
  title: string
  authors: string
  grades: string
  publisher: string
  until: string
  /** Its heading: «Русский язык», with the level in brackets where there is one. */
  subject: string
}

const subjects = [
  ['Русский язык', 1],
  ['Чтение с интересом', 1],
  ['Математика', 1],
  ['Окружающий мир', 1],
  ['Музыка', 1],
  ['Литература', 2],
  ['Алгебра', 2],
  ['Геометрия', 2],
  ['История', 2],
  ['География', 2],
  ['Биология', 2],
  ['Физика', 2],
  ['Химия', 2],
  ['Математика (базовый уровень)', 3],
  ['Математика (углублённый уровень)', 3],
  ['Информатика', 3],
] as const
const stages = {
  1: 'Начальное общее образование',
  2: 'Основное общее образование',
  3: 'Среднее общее образование',
} as const
const gradesOf = { 1: ['1', '2', '3', '4'], 2: ['5', '6', '7', '8', '9'], 3: ['10', '11', '10-11'] } as const
const surnames = [
  'Рябинин',
  'Мятина',
  'Липкин',
  'Вересков',
  'Снежко',
  'Лугова',
  'Ольхин',
  'Тимьянова',
  'Клёнов',
  'Ветлугина',
]
const initials = ['А. П.', 'К. О.', 'Е. В.', 'И. И.', 'С. Ю.', 'О. Д.']
const publishers = ['Издательство «Ясень»', 'АО «Луговой дом»', 'ООО «Синица-учебник»', 'Издательство «Три берега»']
const words = ['Солнечный круг', 'Ступени', 'Открытая школа', 'Горизонт', 'Родник', 'Новый мост', 'Ключи', 'Вектор']

/** The same `count` books for the same `count`, in the order of their codes. */
export function fplBooks(count: number): FplBook[] {
  const books: FplBook[] = []
  const each = Math.ceil(count / subjects.length)
  for (const [place, [subject, stage]] of subjects.entries()) {
    const grades = gradesOf[stage]
    for (let n = 0; n < each && books.length < count; n++) {
      const line = Math.floor(n / grades.length)
      const author = `${surnames[(line + place) % surnames.length]} ${initials[(line * 7 + place) % initials.length]}`
      const second = `${surnames[(line * 3 + place + 4) % surnames.length]} ${initials[(line + 1) % initials.length]}`
      const series =
        line < 2 ? '' : `. ${words[line % words.length]}${line < 10 ? '' : ` ${Math.floor(line / words.length)}`}`
      books.push({
        code: `1.1.${stage}.${place + 1}.1.${line + 1}.${(n % grades.length) + 1}.`,
        title: `${subject.replace(/ \(.*\)/u, '')}${series}${stage === 1 ? ' (в 2 частях)' : ''}`,
        authors: n % 4 === 3 ? author : `${author}, ${second}`,
        grades: grades[n % grades.length] ?? '5',
        publisher: publishers[line % publishers.length] ?? '',
        until: n % 5 === 0 ? 'До 31 августа 2027 года' : '31.08.2029',
        subject,
      })
    }
  }
  return books
}

const columns = {
  code: 'Порядковый номер учебника',
  title: 'Наименование учебника',
  authors: 'Автор/авторский коллектив',
  grades: 'Класс',
  publisher: 'Наименование издателя(ей) учебника',
  until: 'Предельный срок использования учебников',
} as const
type Column = keyof typeof columns

interface Layout {
  /** In any order; those of the order's annex by default. */
  order?: readonly Column[]
  /** Number and name of a heading in one cell over the table, or in two. */
  headings?: 'merged' | 'apart'
}

const usual: readonly Column[] = ['code', 'title', 'authors', 'grades', 'publisher', 'until']

/** Writes a list as its annex looks: title, head, column numbers, headings of stages, areas and subjects between the books. */
export async function writeFpl(file: string, books: readonly FplBook[], layout: Layout = {}): Promise<string> {
  const order = layout.order ?? usual
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Приложение 1')
  const spanned = (text: string): void => {
    const row = sheet.addRow([text])
    sheet.mergeCells(row.number, 1, row.number, order.length + 1)
  }
  spanned('Федеральный перечень учебников, допущенных к использованию')
  sheet.addRow([])
  sheet.addRow([...order.map((key) => columns[key]), 'Реквизиты экспертного заключения'])
  sheet.addRow(Array.from({ length: order.length + 1 }, (_, at) => at + 1))
  const heading = (number: string, text: string): void => {
    if (layout.headings !== 'apart') {
      spanned(`${number}. ${text}`)
      return
    }
    const cells: Partial<Record<Column, string>> = { code: `${number}.`, title: text }
    sheet.addRow(order.map((key) => cells[key] ?? null))
  }
  let stage = ''
  let subject = ''
  for (const one of books) {
    const levels = one.code.split('.')
    if (levels[2] !== stage) {
      stage = levels[2] ?? ''
      heading(levels.slice(0, 3).join('.'), stages[Number(stage) as 1 | 2 | 3])
    }
    if (one.subject !== subject) {
      subject = one.subject
      heading(levels.slice(0, 4).join('.'), `${subject} и всё, что рядом (предметная область)`)
      heading(levels.slice(0, 5).join('.'), `${subject} (учебный предмет)`)
    }
    sheet.addRow([...order.map((key) => one[key]), 'Заключение № 7 от 01.02.2026'])
  }
  await book.xlsx.writeFile(file)
  return file
}
