import { ground } from './0001-ground'
import { lists } from './0002-lists'
import { textbooks } from './0003-textbooks'
import { roadmaps } from './0004-roadmaps'
import { papers } from './0005-papers'

/** One step of the schema; its version is its place in the list. */
export interface Migration {
  version: number
  name: string
  sql: string
}

/** Every migration there is, in order. Static, so that a bundle carries them; never edited after a release. */
export const migrations: readonly Migration[] = [ground, lists, textbooks, roadmaps, papers]

export const currentVersion = migrations.length
