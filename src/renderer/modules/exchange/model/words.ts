import type { PluralForms } from '@shared/domain/text/plural'

export const copyForms: PluralForms = ['экземпляр', 'экземпляра', 'экземпляров']
export const transferForms: PluralForms = ['передача', 'передачи', 'передач']
export const titleForms: PluralForms = ['название', 'названия', 'названий']
