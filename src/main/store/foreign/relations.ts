import type { Archive } from './archive'
import { maxRelationsBytes } from './limits'
import { attribute, XmlReader } from './xml'

export interface Link {
  type: string
  part: string
}

/** The part a file of Office is about; `usual` where the file does not tell. */
export async function mainPart(archive: Archive, usual: string): Promise<string> {
  const links = await linksOf(archive, '_rels/.rels', '')
  return [...links.values()].find((link) => link.type.endsWith('/officeDocument'))?.part ?? usual
}

/** What a part refers to, by id. */
export async function relations(archive: Archive, part: string): Promise<Map<string, Link>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`
  return linksOf(archive, name, folder)
}

async function linksOf(archive: Archive, part: string, folder: string): Promise<Map<string, Link>> {
  const found = new Map<string, Link>()
  const reader = new XmlReader({
    open(name, raw) {
      if (name !== 'Relationship' || attribute(raw, 'TargetMode') === 'External') return
      const target = attribute(raw, 'Target') ?? ''
      found.set(attribute(raw, 'Id') ?? '', { type: attribute(raw, 'Type') ?? '', part: resolved(folder, target) })
    },
    close: () => undefined,
    text: () => undefined,
  })
  reader.push(await archive.text(part, maxRelationsBytes))
  reader.end()
  return found
}

function resolved(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
