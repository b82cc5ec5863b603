import type { z } from 'zod'

interface Shaped {
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  unwrap?: () => z.ZodType
  def?: { type?: string }
}

/**
 * Takes from table rows exactly the fields of a contract's object, 0 and 1 turned into booleans where the field is one.
 * No validation: what is in the database was validated when written, and an old row must still be readable.
 */
export function parseRow<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  return convert(schema, value) as z.output<T>
}

function convert(schema: z.ZodType, value: unknown): unknown {
  if (value === null || value === undefined) return value ?? null
  const shaped = schema as unknown as Shaped
  if (shaped.shape) {
    const row = value as Record<string, unknown>
    return Object.fromEntries(Object.entries(shaped.shape).map(([key, field]) => [key, convert(field, row[key])]))
  }
  if (shaped.element && Array.isArray(value)) return value.map((item) => convert(shaped.element as z.ZodType, item))
  if (shaped.def?.type === 'boolean') return value === 1 || value === true
  if (shaped.unwrap) return convert(shaped.unwrap(), value)
  return value
}
