import type { Generated } from 'kysely'

export interface TemplateBlobTable {
  hash: string
  content: Uint8Array
}

export interface PaperTemplateTable {
  id: Generated<number>
  revision: Generated<number>
  name: string
  kind: string
  note: string
  file: string
  hash: string
  bytes: number
  addedAt: string
  reportJson: string
  fields: number
  unknown: number
  norm: string
  sortKey: string
  nameKey: string
}

export interface MailingTable {
  id: Generated<number>
  revision: Generated<number>
  kind: string
  title: string
  date: string
  number: string
  templateId: number | null
  text: string
  signerPosition: string
  signerName: string
  eventId: number | null
  sentOn: string | null
  note: string
  norm: string
  sortKey: string
  nameKey: string
}

export interface MailingRecipientTable {
  id: Generated<number>
  uid: string
  mailingId: number
  ord: number
  schoolId: number | null
  librarianId: number | null
  name: string
  position: string
  organisation: string
  reason: string
}
