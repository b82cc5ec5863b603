import { type TemplateRow, templateList } from '@shared/contract/templates'
import { sql } from 'kysely'
import type { ListSource } from '../../lists/list'
import { DEFAULT_TEMPLATES } from '../../templates/store'

/** As `templates/store` reads the setting. */
const isDefault = sql`coalesce(paperTemplate.id =
  (select json_extract(value, '$.' || paperTemplate.kind || 'Id') from setting where key = ${DEFAULT_TEMPLATES}), 0)`

export const templateSource: ListSource<TemplateRow> = {
  spec: templateList,
  sorted: ['name'],
  normed: ['name'],
  filled: ['name', 'kind', 'file'],
  select: () => sql`
    select paperTemplate.id, paperTemplate.name, paperTemplate.sortKey as "name$sort", paperTemplate.nameKey as "name$norm",
      paperTemplate.kind, ${isDefault} as byDefault, paperTemplate.file, paperTemplate.fields, paperTemplate."unknown",
      (select count(*) from mailing where mailing.templateId = paperTemplate.id) as mailings, paperTemplate.note,
      paperTemplate.norm
    from paperTemplate`,
  row: (raw) => ({ ...(raw as unknown as TemplateRow), byDefault: raw.byDefault === 1 }),
}
