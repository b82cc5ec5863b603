import { categories, type LibrarianRow, librarianList } from '../../contract/librarians'
import { LibrarianPaperColumn } from '../../contract/papers'
import { formatDate } from '../../domain/dates'
import { formatNumber } from '../../domain/text/plural'

/** Columns of the printed list of librarians, FORMS §8. */
export interface LibrarianListColumn {
  title: string
  /** Letters of the longest word, which is not to be broken; letters of a line that is easy to read. */
  letters: readonly [least: number, wanted: number]
  align?: 'center'
  /** Printed unless she chooses otherwise. */
  usual: boolean
  /** Columns of the bank's list it is made of; personal when one of them is. */
  made: readonly string[]
  /** One paragraph each. */
  texts(row: LibrarianRow): string[]
}

const day = (iso: string | null): string => (iso === null ? '' : formatDate(iso, 'digits'))
const years = (count: number | null): string => (count === null ? '' : formatNumber(count))

export const librarianListColumns: Readonly<Record<LibrarianPaperColumn, LibrarianListColumn>> = {
  name: { title: 'Фамилия, имя, отчество', letters: [13, 24], usual: true, made: ['name'], texts: (row) => [row.name] },
  schools: { title: 'Школа', letters: [17, 22], usual: true, made: ['schools'], texts: (row) => [row.schools] },
  position: { title: 'Должность', letters: [12, 18], usual: true, made: ['position'], texts: (row) => [row.position] },
  rate: {
    title: 'Ставка',
    letters: [7, 7],
    align: 'center',
    usual: true,
    made: ['rate'],
    texts: (row) => [row.rate === null ? '' : formatNumber(row.rate / 100)],
  },
  birthDate: {
    title: 'Дата рождения',
    letters: [10, 10],
    align: 'center',
    usual: true,
    made: ['birthDate'],
    texts: (row) => [day(row.birthDate)],
  },
  education: {
    title: 'Образование',
    letters: [17, 40],
    usual: true,
    made: ['educationDetails'],
    texts: (row) => row.educationDetails.split('; '),
  },
  service: {
    title: 'Общий стаж, лет',
    letters: [6, 7],
    align: 'center',
    usual: true,
    made: ['service'],
    texts: (row) => [years(row.service)],
  },
  libraryService: {
    title: 'Библ. стаж, лет',
    letters: [6, 7],
    align: 'center',
    usual: true,
    made: ['libraryService'],
    texts: (row) => [years(row.libraryService)],
  },
  category: {
    title: 'Категория, дата',
    letters: [11, 13],
    usual: true,
    made: ['category', 'categoryOn', 'categoryUntil'],
    texts: (row) => [
      [categories[row.category], day(row.categoryOn)].filter(Boolean).join(', '),
      row.category === 'none' || row.categoryUntil === null ? '' : `до ${day(row.categoryUntil)}`,
    ],
  },
  attestedOn: {
    title: 'Аттестация на соотв.',
    letters: [11, 12],
    align: 'center',
    usual: false,
    made: ['attestedOn'],
    texts: (row) => [day(row.attestedOn)],
  },
  courses: { title: 'Курсы', letters: [16, 40], usual: true, made: ['lastCourse'], texts: (row) => [row.lastCourse] },
  awards: {
    title: 'Награды',
    letters: [14, 28],
    usual: false,
    made: ['awards'],
    texts: (row) => row.awards.split('; '),
  },
  phone: { title: 'Телефон', letters: [10, 18], usual: true, made: ['phone'], texts: (row) => [row.phone] },
  email: { title: 'Электронная почта', letters: [20, 26], usual: false, made: ['email'], texts: (row) => [row.email] },
  role: {
    title: 'Роль в РМО',
    letters: [12, 16],
    usual: false,
    made: ['roleInAssociation'],
    texts: (row) => [row.roleInAssociation],
  },
  consentOn: {
    title: 'Согласие на ПДн',
    letters: [10, 11],
    align: 'center',
    usual: false,
    made: ['consentOn'],
    texts: (row) => [day(row.consentOn)],
  },
}
export const librarianListColumnKeys: readonly LibrarianPaperColumn[] = LibrarianPaperColumn.options

export const usualColumns = librarianListColumnKeys.filter((key) => librarianListColumns[key].usual)

const personal = new Set(librarianList.columns.filter((column) => column.personal).map((column) => column.key))

/** Birth date, contacts, consent: what the Excel export leaves out «без персональных данных» too. */
export function isPersonal(key: LibrarianPaperColumn): boolean {
  return librarianListColumns[key].made.some((column) => personal.has(column))
}
