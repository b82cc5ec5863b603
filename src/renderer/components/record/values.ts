/** Values inside a record by their path: `phone`, `papers.leftMarginMm`, `contingent.0.grade`. */

type Leaf = string | number | boolean | null | undefined

/** Paths of the fields of `T`. */
export type FieldPath<T> = T extends Leaf
  ? never
  : T extends readonly (infer Row)[]
    ? `${number}` | `${number}.${FieldPath<Row>}`
    : { [K in keyof T & string]: K | `${K}.${FieldPath<T[K]>}` }[keyof T & string]

export type FieldValue<T, Path extends string> = Path extends `${infer Key}.${infer Rest}`
  ? FieldValue<Step<T, Key>, Rest>
  : Step<T, Path>

type Step<T, Key extends string> = T extends readonly (infer Row)[] ? Row : Key extends keyof T ? T[Key] : never

export function valueAt(value: unknown, path: string): unknown {
  let here = value
  for (const step of path.split('.')) {
    here = typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[step] : undefined
  }
  return here
}

/** The same with another value there; what lies beside the path is not copied. */
export function withValueAt<T>(value: T, path: string, next: unknown): T {
  const [step = '', ...rest] = path.split('.')
  const inner = rest.length === 0 ? next : withValueAt(valueAt(value, step), rest.join('.'), next)
  if (!Array.isArray(value)) return { ...value, [step]: inner }
  const rows = [...value]
  rows[Number(step)] = inner
  return rows as T
}
