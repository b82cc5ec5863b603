import type { BrowserWindow } from 'electron'
import type { StoreSupervisor } from './store-supervisor'
import type { Papers } from './system/app-protocol'
import type { Log } from './system/log'
import type { SettingsFile } from './system/settings'

/** What the parts of the shell share. */
export interface ShellContext {
  window: () => BrowserWindow | null
  store: StoreSupervisor
  settings: SettingsFile
  log: Log
  papers: Papers
  dataDir: () => string
  /** Opens another data folder; remembered for the next start. */
  openDataDir: (dir: string) => Promise<void>
  setTheme: (theme: 'system' | 'light' | 'dark') => void
  quit: () => void
  /** The page says it has put away what was being typed. */
  flushed: () => void
}
