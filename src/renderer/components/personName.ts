import { parsePersonName, shortName } from '@shared/domain/text/names'

/** A person as papers print her: «Ветлугина Наталья Сергеевна» → «Ветлугина Н.С.»; what is no full name stays as it is. */
export function printedName(name: string): string {
  const parsed = parsePersonName(name)
  // Plain spaces: the text is edited by hand, and papers set their own non-breaking ones.
  return parsed ? shortName(parsed).replace(/\s/gu, ' ') : name
}
