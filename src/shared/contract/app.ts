import { z } from 'zod'
import { command, job, Nothing, query, shell } from './core'
import { FilledLine, IsoDate, Line, named, SchoolYear } from './fields'

/** The application itself: state of the store, first start, settings, drafts, backups; and what only the shell can do. */

export const Backup = z.object({
  file: z.string(),
  /** Local time of making, ISO without zone: 2026-05-04T12:30:00. */
  madeAt: z.string(),
  bytes: z.int(),
  reason: z.enum(['timer', 'start', 'manual', 'before-migration', 'before-restore', 'before-import']),
})
export type Backup = z.infer<typeof Backup>

export const StoreProblem = z.object({
  code: z.string(),
  message: z.string(),
  /** What the window may offer, in this order. */
  offers: z.array(z.enum(['retry', 'restore', 'choose-folder', 'show-folder', 'quit'])),
  /** The newest good backup, when `restore` is offered. */
  backup: Backup.nullable(),
})
export type StoreProblem = z.infer<typeof StoreProblem>

export const StoreState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('starting') }),
  z.object({ state: z.literal('ready'), restarted: z.boolean() }),
  /** The store process died and is being started again. */
  z.object({ state: z.literal('restarting') }),
  z.object({ state: z.literal('failed'), problem: StoreProblem }),
])
export type StoreState = z.infer<typeof StoreState>

export const JobProgress = z.object({
  jobId: z.string(),
  title: z.string(),
  done: z.number(),
  /** Null when the amount is not known beforehand. */
  total: z.number().nullable(),
  text: z.string(),
  state: z.enum(['running', 'finished', 'failed', 'cancelled']),
})
export type JobProgress = z.infer<typeof JobProgress>

export const PaperSettings = z.object({
  /** ГОСТ Р 7.0.97-2016: 20 mm, 30 mm for papers kept over ten years. */
  leftMarginMm: z.union([z.literal(20), z.literal(30)]),
  lineSpacing: z.union([z.literal(1), z.literal(1.5)]),
  dateStyle: z.enum(['words', 'digits']),
  /** The word over decisions: «РЕШИЛИ», «Принято решение»… */
  decisionLabel: FilledLine,
  /** Over how many people the roster becomes an annex. */
  rosterAnnexOver: z.int().min(0).max(1000),
})
export type PaperSettings = z.infer<typeof PaperSettings>

export const Profile = z.object({
  municipality: named('Муниципалитет', FilledLine),
  region: named('Регион', Line),
  /** Education authority the reports go to. */
  authority: named('Орган управления образованием', Line),
  methodologist: named('Методист', Line),
  schoolYear: named('Учебный год', SchoolYear),
  papers: PaperSettings,
})
export type Profile = z.infer<typeof Profile>

export const Draft = z.object({
  /** What is being edited: `meeting:5`, `school:new`. */
  key: z.string().max(200),
  savedAt: z.string(),
  payload: z.unknown(),
})

export const appContract = {
  'app.status': query(
    Nothing,
    z.object({
      version: z.string(),
      dataDir: z.string(),
      schemaVersion: z.int(),
      /** False until the first-start choice is made. */
      initialised: z.boolean(),
      demo: z.boolean(),
      lastBackup: Backup.nullable(),
      lastBackupVerified: z.boolean(),
      /** Time of the last committed change, null in an untouched file. */
      lastChangeAt: z.string().nullable(),
      counts: z.record(z.string(), z.int()),
    }),
    ['*'],
  ),
  'app.initialise': command(
    'Начало работы',
    z.object({
      mode: z.enum(['own', 'demo']),
      municipality: Line.default(''),
      region: Line.default(''),
      association: Line.default(''),
      /** Today's date, for a sample district that is always «this year»; null is the clock. */
      today: IsoDate.nullable().default(null),
    }),
    Nothing,
    'barrier',
  ),
  /** A made district for measuring; only where there are no schools and no people (`already-initialised`). */
  'app.generate': command(
    'Район для измерений',
    z.object({
      schools: z.int().min(0).max(5000),
      /** In all, never fewer than the schools need (about 1.2 each); null is just those. */
      librarians: z.int().min(0).max(1_000_000).nullable().default(null),
      titles: z.int().min(0).max(100_000).default(0),
      /** Lots: a school's copies of a textbook of one year, price and source. */
      holdings: z.int().min(0).max(10_000_000).default(0),
      /** In all, at least one for each lot; null is two for each. */
      movements: z.int().min(0).max(20_000_000).nullable().default(null),
      surpluses: z.int().min(0).max(1_000_000).default(0),
      needs: z.int().min(0).max(1_000_000).default(0),
      seed: z.int().min(0).max(0xffffffff).default(1),
    }),
    z.object({
      /** Kind of record → how many. */
      made: z.record(z.string(), z.int()),
      /** What was asked for and could not be made, as sentences. */
      notKept: z.array(z.string()),
    }),
    'barrier',
  ),
  'profile.get': query(Nothing, Profile, ['profile']),
  'profile.save': command('Настройки муниципалитета', Profile, Nothing),

  /** Unfinished typing, kept apart from the data until committed; survives a crash. */
  'drafts.put': command('Черновик', z.object({ key: z.string().max(200), payload: z.unknown() }), Nothing, 'none'),
  'drafts.get': query(z.object({ key: z.string() }), Draft.nullable(), []),
  'drafts.list': query(Nothing, z.array(Draft.omit({ payload: true })), []),
  'drafts.drop': command('Черновик', z.object({ key: z.string() }), Nothing, 'none'),

  'app.check': job(
    'Проверка данных',
    Nothing,
    z.object({ ok: z.boolean(), problems: z.array(z.object({ code: z.string(), text: z.string() })) }),
  ),
  'backups.list': query(Nothing, z.array(Backup), ['backups']),
  'backups.make': job(
    'Резервная копия',
    z.object({ out: z.string().nullable().default(null), reason: Backup.shape.reason.default('manual') }),
    Backup,
  ),
  'jobs.cancel': query(z.object({ jobId: z.string() }), Nothing, []),
} as const

export const shellContract = {
  'shell.info': shell(
    Nothing,
    z.object({
      version: z.string(),
      electron: z.string(),
      chromium: z.string(),
      platform: z.string(),
      dataDir: z.string(),
      theme: z.enum(['system', 'light', 'dark']),
    }),
  ),
  'shell.storeState': shell(Nothing, StoreState),
  /** Asks where to save (native dialog), runs a job of the contract with `{…input, out}`, answers the file; null when the person changed her mind. */
  'shell.saveAs': shell(
    z.object({
      job: z.string(),
      input: z.record(z.string(), z.unknown()),
      suggestedName: z.string().max(200),
      kind: z.enum(['docx', 'xlsx', 'pdf', 'sqlite']),
    }),
    z.object({ file: z.string() }).nullable(),
  ),
  /** Opens a file this window has just written, in Word or Excel. Refused for any other path. */
  'shell.openFile': shell(z.object({ file: z.string() }), Nothing),
  'shell.showInFolder': shell(z.object({ file: z.string() }), Nothing),
  'shell.openExternal': shell(z.object({ url: z.string() }), Nothing),
  /** Prints a paper (its HTML, made by the paper writers) or saves it as PDF. */
  'shell.print': shell(
    z.object({ html: z.string(), title: z.string(), to: z.enum(['printer', 'pdf']) }),
    z.object({ file: z.string().nullable() }),
  ),
  'shell.setTheme': shell(z.object({ theme: z.enum(['system', 'light', 'dark']) }), Nothing),
  /** Puts back the newest good backup after the damaged file was moved aside, then starts the store again. */
  'shell.restoreNewest': shell(Nothing, Nothing),
  /** Asks which backup (native dialog or the given file) and puts it in place; what was there is kept as a backup. */
  'shell.restore': shell(z.object({ file: z.string().nullable() }), z.object({ restored: z.boolean() })),
  'shell.chooseDataFolder': shell(Nothing, z.object({ chosen: z.boolean() })),
  'shell.showDataFolder': shell(Nothing, Nothing),
  'shell.retryStore': shell(Nothing, Nothing),
  /** Native «which file»; empty when the person changed her mind. Extensions without a dot. */
  'shell.chooseFiles': shell(
    z.object({ title: z.string(), extensions: z.array(z.string()).default([]), multiple: z.boolean().default(false) }),
    z.object({ files: z.array(z.string()) }),
  ),
  /** Native «which folder»; null when the person changed her mind. */
  'shell.chooseFolder': shell(z.object({ title: z.string() }), z.object({ folder: z.string().nullable() })),
  /** As Ctrl+V, for a menu of the page: the page itself may not read the clipboard. */
  'shell.paste': shell(Nothing, Nothing),
  /** The page's answer to the menu event `flush` before the program ends: all typing is committed or drafted. */
  'shell.flushed': shell(Nothing, Nothing),
  'shell.quit': shell(Nothing, Nothing),
} as const

/** What the window can listen to. */
export interface Events {
  /** Record kinds that have changed; `*` is everything. */
  changed: { topics: string[] }
  job: JobProgress
  store: StoreState
  /** A menu item or accelerator of the native menu: `undo`, `search`, `go:meetings`, … */
  menu: { action: string }
}
export type EventName = keyof Events
