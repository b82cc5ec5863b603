import { z } from 'zod'

/** The Russian name of a field, as the contract gives it with `named`: labels and messages say the same word. */
export function titleOf(schema: z.ZodType, path: string): string {
  let here: unknown = schema
  for (const step of path.split('.')) {
    if (here instanceof z.ZodArray) {
      here = here.element
      if (/^\d+$/.test(step)) continue
    }
    here = here instanceof z.ZodObject ? (here.shape as Record<string, unknown>)[step] : undefined
  }
  return here instanceof z.ZodType ? ((here.meta()?.title as string | undefined) ?? '') : ''
}
