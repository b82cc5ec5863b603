import { type TemplateRow, templateList } from '@shared/contract/templates'
import { sql } from 'kysely'
import type { ListSource } from '../../lists/list'

export const templateSource: ListSource<TemplateRow> = {
  spec: templateList,
  sorted: ['name'],
  normed: ['name'],
  filled: ['name', 'kind', 'file'],
  select: () => sql`
    select paperTemplate.id, paperTemplate.name, paperTemplate.sortKey as "name$sort", paperTemplate.nameKey as "name$norm",
      paperTemplate.kind, paperTemplate.file, paperTemplate.fields, paperTemplate."unknown",
      (select count(*) from mailing where mailing.templateId = paperTemplate.id) as mailings, paperTemplate.note,
      paperTemplate.norm
    from paperTemplate`,
  row: (raw) => raw as unknown as TemplateRow,
}
