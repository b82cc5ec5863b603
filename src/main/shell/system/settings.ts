import { mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { writeFileAtomically } from './atomic-write'

/** What the shell itself remembers of this user on this computer; never anything of the district. */
const Settings = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  /** Chosen in the window; null is the default place. */
  dataDir: z.string().nullable().catch(null),
  /** Where papers were last saved. */
  saveDir: z.string().nullable().catch(null),
  window: z
    .object({
      x: z.number().int(),
      y: z.number().int(),
      width: z.number().int(),
      height: z.number().int(),
      maximized: z.boolean(),
    })
    .nullable()
    .catch(null),
  zoom: z.number().min(-3).max(5).catch(0),
})
export type Settings = z.infer<typeof Settings>

export interface SettingsFile {
  get(): Settings
  set(change: Partial<Settings>): void
}

/** A damaged or missing file is no reason not to start: it gives the defaults. A failed write is told to `onError` only. */
export function settingsFile(file: string, onError: (error: unknown) => void): SettingsFile {
  let current: Settings
  try {
    current = Settings.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    current = Settings.parse({})
  }
  return {
    get: () => current,
    set(change) {
      current = { ...current, ...change }
      try {
        mkdirSync(dirname(file), { recursive: true })
        writeFileAtomically(file, `${JSON.stringify(current, null, 2)}\n`)
      } catch (error) {
        onError(error)
      }
    },
  }
}
