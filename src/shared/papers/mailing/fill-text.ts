import { fieldKey } from '../templates/fields'

/** Fields in braces in a text typed in the window: «Просим {школа} прислать…». No lists here. */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  const known = new Map(Object.entries(values).map(([name, value]) => [fieldKey(name), value]))
  return text.replace(/\{([^{}\n]{1,80})\}/gu, (whole, name: string) => known.get(fieldKey(name)) ?? whole)
}

/** Names in braces that would stay as they are. */
export function unknownInText(text: string, values: Readonly<Record<string, string>>): string[] {
  const known = new Set(Object.keys(values).map(fieldKey))
  const found = [...text.matchAll(/\{([^{}\n]{1,80})\}/gu)].map((match) => (match[1] ?? '').trim())
  return [...new Set(found.filter((name) => !known.has(fieldKey(name))))]
}
