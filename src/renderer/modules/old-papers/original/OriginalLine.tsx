import type { OriginalLine as Line } from '@shared/contract/old-papers'
import { IconAlertCircle, IconHelpCircle } from '@tabler/icons-react'
import { memo } from 'react'
import { type ownersAt, type Stretch, stretchesOf } from '../model/lines'
import classes from './Original.module.css'

export interface OriginalLineProps {
  line: Line
  index: number
  owners: ReturnType<typeof ownersAt>
}

const parts = { box: 'надпись', note: 'сноска' } as const

/** A paragraph with its automatic number; stretches of it carry the names of the fields they belong to. */
export const OriginalLine = memo(
  function OriginalLine({ line, index, owners }: OriginalLineProps) {
    const stretches = stretchesOf(line, owners)
    const look = stretches.some(({ state }) => state === 'unsure')
      ? 'unsure'
      : stretches.some(({ state }) => state === 'unrecognised')
        ? 'unrecognised'
        : undefined
    return (
      <p
        className={classes.line}
        data-line={index}
        data-heading={line.heading || undefined}
        data-centred={line.centred || undefined}
        data-look={look}
        style={line.level ? { paddingInlineStart: `${line.level * 22}px` } : undefined}
      >
        {look && (
          <span className={classes.sign} data-look={look}>
            {look === 'unsure' ? (
              <IconHelpCircle size={15} role="img" aria-label="проверьте" />
            ) : (
              <IconAlertCircle size={15} role="img" aria-label="не понято" />
            )}
          </span>
        )}
        {line.part !== 'body' && <span className={classes.part}>{parts[line.part]}</span>}
        {line.label !== '' && <span className={classes.label}>{line.label} </span>}
        {stretches.map((stretch) => (
          <Words key={stretch.from} stretch={stretch} text={line.text} />
        ))}
      </p>
    )
  },
  (before, after) => before.line === after.line && sameOwners(before.owners, after.owners),
)

function Words({ stretch, text }: { stretch: Stretch; text: string }) {
  return (
    <span
      className={classes.words}
      data-from={stretch.from}
      data-bold={stretch.bold || undefined}
      data-state={stretch.state}
      data-paths={stretch.paths.length > 0 ? stretch.paths.join(' ') : undefined}
    >
      {text.slice(stretch.from, stretch.to)}
    </span>
  )
}

/** Most lines stay as they were while one field is typed in. */
function sameOwners(a: OriginalLineProps['owners'], b: OriginalLineProps['owners']): boolean {
  if (a.length !== b.length) return false
  return a.every((owner, index) => {
    const other = b[index]
    return (
      other !== undefined &&
      owner.path === other.path &&
      owner.from === other.from &&
      owner.to === other.to &&
      owner.state === other.state
    )
  })
}
