import type { Definition } from '@shared/contract/core'
import { AppError } from '@shared/errors'
import type { z } from 'zod'

/**
 * Checks an input against its declaration. @throws AppError `invalid-input` with a sentence that names the field in
 * Russian and the path to it.
 */
export function parseInput(name: string, definition: Definition, input: unknown): unknown {
  return parseAs(definition.input, input, `Данные команды «${name}»`)
}

/** Checks a value against any schema of the contract. @param what names the value as a whole. @throws as `parseInput`, with all further issues as `more` */
export function parseAs<T extends z.ZodType>(schema: T, value: unknown, what: string): z.output<T> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [first, ...more] = result.error.issues.map((issue) => {
    const path = issue.path.join('.')
    const title = titleAt(schema, issue.path) ?? (path === '' ? what : `Поле «${path}»`)
    return new AppError('invalid-input', `${title}: ${sentence(issue)}`, path)
  })
  if (!first) throw new AppError('invalid-input', `${what}: неверные данные.`)
  first.more = more
  throw first
}

function sentence(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `нужно значение другого вида (ожидалось: ${typeNames[issue.expected] ?? issue.expected}).`
    case 'invalid_value':
      return `такого значения нет; возможны: ${issue.values.map(String).join(', ')}.`
    case 'unrecognized_keys':
      return `неизвестные поля: ${issue.keys.join(', ')}.`
    case 'too_small':
    case 'too_big':
    case 'invalid_format':
    case 'custom':
      return issue.message.endsWith('.') ? issue.message : `${issue.message}.`
    default:
      return issue.message
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'текст',
  number: 'число',
  int: 'целое число',
  boolean: 'да или нет',
  object: 'запись',
  array: 'список',
  null: 'пусто',
}

interface Walkable {
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  unwrap?: () => z.ZodType
  in?: z.ZodType
}

/** Russian title of the deepest named field on the path: «Состав: Дата», as the contract's `named` gives it. */
function titleAt(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  let current: z.ZodType | undefined = schema
  let title: string | undefined
  for (const step of path) {
    current = inner(current)
    const walkable = current as unknown as Walkable
    current = typeof step === 'number' ? walkable.element : walkable.shape?.[String(step)]
    if (!current) return title
    const own = current.meta()?.title
    if (typeof own === 'string') title = own
  }
  return title
}

/** Through nullable, optional, default and transform to what has fields. */
function inner(schema: z.ZodType): z.ZodType {
  const walkable = schema as unknown as Walkable
  if (walkable.shape || walkable.element) return schema
  if (walkable.unwrap) return inner(walkable.unwrap())
  if (walkable.in) return inner(walkable.in)
  return schema
}
