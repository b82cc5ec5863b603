import type { CommandContext } from '../../context'
import type { NextUid } from '../marks'

/** What the parts of the textbooks' story share. */
export interface Story {
  /** The context on a day of the story; null for a day after the one the district is told on. */
  on(day: string): CommandContext | null
  schoolId(shortName: string): number
  /** Active schools with the grades they have, and students by grade of a school year. */
  schools: readonly StorySchool[]
  /** Who signs for a school: its librarian on that day. */
  representative(schoolId: number, day: string): { name: string; position: string; attorney: string }
  /** Lots of a book at a school, the fullest first. */
  lots(shortName: string, textbookId: number): readonly number[]
  /** The edition of today. */
  textbookId(subject: string, grade: number): number
  uid: NextUid
}

export interface StorySchool {
  id: number
  shortName: string
  place: number
  isActive: boolean
  students(schoolYear: string, grade: number): number
}

/** A thing that is done on the day, unless that has not come. Answers undefined then. */
export async function onDay<T>(
  story: Story,
  day: string,
  work: (context: CommandContext) => T | Promise<T>,
): Promise<T | undefined> {
  const context = story.on(day)
  return context === null ? undefined : work(context)
}
