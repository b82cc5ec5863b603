import type { RouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { associationsModule } from '../modules/associations/module'
import { calendarModule } from '../modules/calendar/module'
import { deskModule } from '../modules/desk/module'
import { eventsModule } from '../modules/events/module'
import { exchangeModule } from '../modules/exchange/module'
import { historyModule } from '../modules/history/module'
import { holdingsModule } from '../modules/holdings/module'
import { importsModule } from '../modules/imports/module'
import { librariansModule } from '../modules/librarians/module'
import { mailingsModule } from '../modules/mailings/module'
import { meetingsModule } from '../modules/meetings/module'
import { oldPapersModule } from '../modules/old-papers/module'
import { provisionModule } from '../modules/provision/module'
import { reportsModule } from '../modules/reports/module'
import { roadmapsModule } from '../modules/roadmaps/module'
import { schoolsModule } from '../modules/schools/module'
import { settingsModule } from '../modules/settings/module'
import { textbooksModule } from '../modules/textbooks/module'
import { writeOffModule } from '../modules/writeoff/module'
import { fetchDefinitions } from './definitions'
import type { DeskKind } from './desk'

/** What a module gives to the frame. One file per module: `modules/<id>/module.tsx` exports `<id>Module`. */
export type ModuleGroup = 'work' | 'fund' | 'people' | 'reports'

export interface ModulePage {
  /** Router path: «/meetings», «/meetings/$id». */
  path: string
  /** `lazyRouteComponent`, except for the first screen: what is not shown at the start is not loaded for it. */
  component: RouteComponent
  /** Where the guide speaks of it, when not where it speaks of the module: «meetings.md#новое-заседание». */
  guide?: string
  /** The same while a record is open in the panel. */
  guideRecord?: string
}

export interface ModuleCommand {
  /** Verb and object as on a button: «Создать протокол». */
  title: string
  /** Other words by which it is looked for. */
  keywords?: string
  /** Where it leads: «/meetings/new». */
  path: string
}

/** The record something stands inside, and its place there. */
export interface Within {
  id: number
  uid: string
}

/** How the window shows one kind of what stands in the calendar; the module that brings the kind says it. */
export interface CalendarKind {
  /** As the module's source in the store names it. */
  kind: string
  /** Of many: «Заседания». */
  title: string
  icon: AppModule['icon']
}

export interface AppModule {
  id: string
  title: string
  group: ModuleGroup
  icon: ComponentType<{ size?: number | string; stroke?: number | string }>
  /** The page its navigation link opens. */
  path: string
  component: RouteComponent
  /** Where the guide (docs/guide) speaks of it, page and heading; F1 opens it there. */
  guide: string
  guideRecord?: string
  /** Further pages without a link of their own (editors). */
  pages?: readonly ModulePage[]
  /** Further links in the same group, under the module's own: «Решения». */
  links?: readonly (ModulePage & { title: string; icon: AppModule['icon'] })[]
  /** Where a record of this kind opens: { meeting: (id) => `/meetings/${id}` }. Search, desk and history use it. */
  opens?: Readonly<Record<string, (id: number, within?: Within | null) => string>>
  /** What it brings to the desk. */
  desk?: readonly DeskKind[]
  /** Pages of its lists that are not called as the list is: { roadmapItems: '/roadmaps/items' }. */
  lists?: Readonly<Record<string, string>>
  /** What it brings to the calendar. */
  calendar?: readonly CalendarKind[]
  /** Its link stands apart at the foot of the navigation. */
  atFoot?: boolean
  /** For the command palette. */
  commands?: readonly ModuleCommand[]
}

export const groupTitles: Readonly<Record<ModuleGroup, string>> = {
  work: 'Работа',
  fund: 'Фонд',
  people: 'Люди и школы',
  reports: 'Отчётность',
}

/** In the order of the navigation. Only what exists is listed: no dead links. */
export const modules: readonly AppModule[] = [
  deskModule,
  calendarModule,
  meetingsModule,
  roadmapsModule,
  eventsModule,
  textbooksModule,
  holdingsModule,
  provisionModule,
  exchangeModule,
  writeOffModule,
  schoolsModule,
  librariansModule,
  associationsModule,
  reportsModule,
  mailingsModule,
  historyModule,
  importsModule,
  oldPapersModule,
  settingsModule,
]

/**
 * Fetches the screens that are not the first one while the window has nothing else to do, so that none of them is waited
 * for when it is opened.
 */
export function fetchScreens(): void {
  const screens = modules.flatMap((one) =>
    [one, ...(one.pages ?? []), ...(one.links ?? [])].map((page) => page.component as Partial<Preloadable>),
  )
  const next = (): void => {
    const screen = screens.shift()
    if (screen) void Promise.resolve(screen.preload?.()).finally(() => requestIdleCallback(next))
  }
  requestIdleCallback(() => void fetchDefinitions().finally(next))
}

interface Preloadable {
  preload: () => Promise<void>
}

/** Whether some module has this page: a step that leads to another's screen is offered only then. */
export function hasPage(path: string): boolean {
  return modules.some(
    (one) => one.path === path || [...(one.pages ?? []), ...(one.links ?? [])].some((page) => page.path === path),
  )
}

/** The page of a section or of a list: «schools», «decisions»; null when it has none. */
export function placeOfSection(id: string): string | null {
  for (const one of modules) {
    if (one.id === id) return one.path
    const link = one.links?.find((candidate) => candidate.path === `/${id}`)
    if (link) return link.path
  }
  return null
}

/** The page that shows a list of the contract; null when none does. */
export function placeOfList(list: string): string | null {
  for (const one of modules) {
    if (one.lists?.[list] !== undefined) return one.lists[list]
    if (one.id === list) return one.path
    const page = [...(one.pages ?? []), ...(one.links ?? [])].find(({ path }) => path.endsWith(`/${list}`))
    if (page) return page.path
  }
  return null
}

/** Where a record of this kind opens, or null when no module shows it. */
export function placeOf(record: string, id: number, within?: Within | null): string | null {
  for (const one of modules) {
    const place = one.opens?.[record]?.(id, within)
    if (place !== undefined) return place
  }
  return null
}
