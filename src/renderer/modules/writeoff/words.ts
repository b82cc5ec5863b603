import type { PluralForms } from '@shared/domain/text/plural'

export const actForms: PluralForms = ['акт', 'акта', 'актов']
export const titleForms: PluralForms = ['название', 'названия', 'названий']
export const schoolForms: PluralForms = ['школа', 'школы', 'школ']
