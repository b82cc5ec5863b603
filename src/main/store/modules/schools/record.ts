import { blankSchool } from '@shared/contract/blank'
import { type School, School as SchoolSchema } from '@shared/contract/schools'
import { field, type ListRecord, type Setter } from '../../lists/record'
import { parseAs } from '../../validation'
import { schoolSource } from './list'
import { readSchool } from './read'
import { refuseWrongSchool, removeSchool, saveSchool } from './save'

const own = field<School>

const library =
  (name: keyof School['library']): Setter<School> =>
  (school, value) => ({ ...school, library: { ...school.library, [name]: value } })

const flag =
  (name: keyof School['library']): Setter<School> =>
  (school, value, context) =>
    library(name)(school, value ?? false, context)

/** A school typed into the list: a name typed first stands for the full one too until that is known. */
const shortName: Setter<School> = (school, value) => {
  const text = String(value ?? '')
  const follows = school.fullName === '' || school.fullName === school.shortName
  return { ...school, shortName: text, fullName: follows ? text : school.fullName }
}

export const schoolRecord: ListRecord<School> = {
  source: schoolSource,
  blank: blankSchool,
  read: async (context, id) => (await readSchool(context.trx, id)).school,
  set: {
    shortName,
    type: own('type'),
    locality: own('locality'),
    director: own('director'),
    phone: own('phone'),
    email: own('email'),
    state: own('state'),
    computers: library('computers'),
    code: own('code'),
    inn: own('inn'),
    address: own('address'),
    coordinates: own('coordinates'),
    site: own('site'),
    fullName: own('fullName'),
    foundedOn: own('foundedOn'),
    closedOn: own('closedOn'),
    note: own('note'),
    hasLending: flag('hasLending'),
    readingRoomSeats: library('readingRoomSeats'),
    hasStore: flag('hasStore'),
    hasMediaLibrary: flag('hasMediaLibrary'),
    areaSqM: library('areaSqM'),
    internet: flag('internet'),
    internetMbps: library('internetMbps'),
    system: library('system'),
    openingHours: library('openingHours'),
    cleaningDay: library('cleaningDay'),
  },
  check: (context, id, school) => refuseWrongSchool(context, id, parseAs(SchoolSchema, school, 'Школа')),
  save: (context, id, school) => saveSchool(context, id, null, parseAs(SchoolSchema, school, 'Школа')).id,
  remove: (context, id) => removeSchool(context, id),
}
