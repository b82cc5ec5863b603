import type { Meeting } from '@shared/contract/meetings'
import { lettersOf } from '../../../components/paper/letters'
import { type FieldKey, fieldOf } from '../model/fields'

/**
 * Which field a block of the page shows. Papers carry no marks of their fields: a text that she typed is found again by
 * its letters, whatever typography has done to its spaces and quotes.
 */

interface Place {
  field: FieldKey
  letters: string
}

/** Too short to be told from any other text. */
const SHORTEST = 4

export function fieldOfBlock(meeting: Meeting, blockText: string): FieldKey | null {
  const within = lettersOf(blockText)
  if (within === '') return null
  const found = placesOf(meeting)
    .filter((place) => place.letters.length >= SHORTEST)
    .filter((place) => within.includes(place.letters) || place.letters.includes(within))
    .sort((a, b) => b.letters.length - a.letters.length)
  return found[0]?.field ?? null
}

/** The text by which a field's block is found on the page; empty when there is nothing to look for. */
export function lettersOfField(meeting: Meeting, field: FieldKey | null): string {
  const letters = placesOf(meeting).find((place) => place.field === field)?.letters ?? ''
  return letters.length >= SHORTEST ? letters : ''
}

function placesOf(meeting: Meeting): Place[] {
  const places: Place[] = []
  const add = (field: FieldKey, text: string): void => {
    // Of several paragraphs each is a block of its own.
    for (const line of text.split('\n')) places.push({ field, letters: lettersOf(line) })
  }
  for (const item of meeting.agenda) {
    for (const speech of item.speeches) add(fieldOf.speech(speech.uid), speech.text)
    for (const decision of item.decisions) add(fieldOf.decision(decision.uid), decision.text)
    add(fieldOf.title(item.uid), item.title)
  }
  for (const speech of meeting.speeches) add(fieldOf.speech(speech.uid), speech.text)
  for (const decision of meeting.decisions) add(fieldOf.decision(decision.uid), decision.text)
  add(fieldOf.head('theme'), meeting.theme)
  add(fieldOf.head('place'), meeting.place)
  for (const chair of meeting.chairs) add(fieldOf.head('chairs'), chair.name)
  add(fieldOf.head('secretary'), meeting.secretary?.name ?? '')
  for (const person of meeting.invited) add(fieldOf.head('invited'), person.name)
  add(fieldOf.attendance('text'), meeting.attendance.text)
  return places
}
