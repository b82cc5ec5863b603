import type { SearchHit } from '@shared/contract/search'
import { withOtherKeys } from '@shared/domain/text/keyboard'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronRight,
  IconDatabaseExport,
  IconFileText,
  IconHelp,
  IconKeyboard,
  IconSettings,
} from '@tabler/icons-react'
import { type AppModule, modules, placeOf } from './modules'

export interface PaletteEntry {
  key: string
  title: string
  detail: string
  icon: AppModule['icon']
  /** Where it leads… */
  path?: string
  /** …or what it does. */
  action?: string
  /** Parts of the title that were asked for. */
  marks?: SearchHit['marks']
  /** The record it is of. */
  hit?: SearchHit
}

const ownCommands: readonly (PaletteEntry & { keywords: string })[] = [
  {
    key: 'undo',
    title: 'Отменить последнее изменение',
    detail: 'Ctrl+Z',
    icon: IconArrowBackUp,
    action: 'undo',
    keywords: 'вернуть назад',
  },
  {
    key: 'redo',
    title: 'Вернуть отменённое',
    detail: 'Ctrl+Y',
    icon: IconArrowForwardUp,
    action: 'redo',
    keywords: 'повторить',
  },
  {
    key: 'backup',
    title: 'Сделать резервную копию',
    detail: '',
    icon: IconDatabaseExport,
    action: 'backup',
    keywords: 'архив сохранить',
  },
  {
    key: 'settings',
    title: 'Открыть настройки',
    detail: '',
    icon: IconSettings,
    path: '/settings',
    keywords: 'муниципалитет тема параметры',
  },
  {
    key: 'keys',
    title: 'Показать клавиши',
    detail: 'Ctrl+/',
    icon: IconKeyboard,
    action: 'keys',
    keywords: 'справка горячие сочетания',
  },
  {
    key: 'guide',
    title: 'Открыть руководство',
    detail: 'F1',
    icon: IconHelp,
    action: 'guide',
    keywords: 'справка помощь как сделать инструкция',
  },
]

/** Sections and commands whose words begin as typed, also with the other layout of the keys; all of them for an empty box. */
export function commandEntries(text: string): PaletteEntry[] {
  const found = entriesFor(text)
  const other = found.length === 0 ? withOtherKeys(text) : null
  return other === null ? found : entriesFor(other)
}

function entriesFor(text: string): PaletteEntry[] {
  const wanted = normal(text).split(' ').filter(Boolean)
  const fits = (words: string) => wanted.every((part) => ` ${normal(words)}`.includes(` ${part}`))
  const entries: PaletteEntry[] = []
  for (const one of modules) {
    for (const command of one.commands ?? []) {
      if (fits(`${command.title} ${command.keywords ?? ''}`)) {
        entries.push({
          key: `command:${command.path}:${command.title}`,
          title: command.title,
          detail: one.title,
          icon: one.icon,
          path: command.path,
        })
      }
    }
  }
  for (const one of modules) {
    for (const link of [one, ...(one.links ?? [])]) {
      if (fits(`перейти ${link.title}`)) {
        entries.push({
          key: `place:${link.path}`,
          title: link.title,
          detail: 'раздел',
          icon: IconChevronRight,
          path: link.path,
        })
      }
    }
  }
  for (const { keywords, ...entry } of ownCommands) {
    if (fits(`${entry.title} ${keywords}`)) entries.push(entry)
  }
  return entries
}

/** Records found, each with the place where it opens; kinds no section shows are left out. */
export function hitEntries(hits: readonly SearchHit[]): PaletteEntry[] {
  return hits.flatMap((hit) => {
    const path = placeOf(hit.record, hit.id, hit.within)
    if (path === null) return []
    const owner = modules.find((one) => one.opens?.[hit.record] !== undefined)
    return [
      {
        key: `${hit.record}:${hit.id}`,
        title: hit.title,
        detail: hit.detail,
        icon: owner?.icon ?? IconFileText,
        path,
        marks: hit.marks,
        hit,
      },
    ]
  })
}

function normal(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim()
}
