import { ActionIcon, Checkbox } from '@mantine/core'
import type { Proposal, Proposals } from '@shared/contract/provision'
import { formatNumber } from '@shared/domain/text/plural'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import classes from './Propose.module.css'
import { type Chosen, copiesOf, type SchoolProposals } from './proposals'

export interface ProposalTableProps {
  proposals: Proposals
  schools: readonly SchoolProposals[]
  chosen: Chosen
  onChosen: (chosen: Chosen) => void
}

/** Schools with how much each would offer and ask; a line opens into its books. */
export function ProposalTable({ schools, chosen, onChosen }: ProposalTableProps) {
  const [open, setOpen] = useState<number | null>(null)
  const taken = schools.filter((one) => !chosen.without.has(one.schoolId)).length
  const toggle = (id: number, isTaken: boolean) => {
    const without = new Set(chosen.without)
    if (isTaken) without.delete(id)
    else without.add(id)
    onChosen({ ...chosen, without })
  }
  return (
    <table className={classes.schools}>
      <thead>
        <tr>
          <th>
            <Checkbox
              aria-label="Все школы"
              checked={taken === schools.length}
              indeterminate={taken > 0 && taken < schools.length}
              onChange={(event) =>
                onChosen({
                  ...chosen,
                  without: event.currentTarget.checked ? new Set() : new Set(schools.map((one) => one.schoolId)),
                })
              }
            />
          </th>
          <th>Школа</th>
          <th className={classes.number}>Излишки, экз.</th>
          <th className={classes.number}>Потребности, экз.</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {schools.map((one) => {
          const isOpen = open === one.schoolId
          return (
            <Fragment key={one.schoolId}>
              <tr data-left={chosen.without.has(one.schoolId) || undefined}>
                <td>
                  <Checkbox
                    aria-label={one.school}
                    checked={!chosen.without.has(one.schoolId)}
                    onChange={(event) => toggle(one.schoolId, event.currentTarget.checked)}
                  />
                </td>
                <td>{one.school}</td>
                <td className={classes.number} data-left={!chosen.surpluses || undefined}>
                  {one.surpluses.length === 0 ? '—' : formatNumber(copiesOf(one.surpluses))}
                </td>
                <td className={classes.number} data-left={!chosen.needs || undefined}>
                  {one.needs.length === 0 ? '—' : formatNumber(copiesOf(one.needs))}
                </td>
                <td>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-expanded={isOpen}
                    aria-label={`Книги: ${one.school}`}
                    onClick={() => setOpen(isOpen ? null : one.schoolId)}
                  >
                    {isOpen ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
                  </ActionIcon>
                </td>
              </tr>
              {isOpen && (
                <tr>
                  <td />
                  <td colSpan={4} className={classes.insideCell}>
                    {chosen.surpluses && <Books title="Излишки" books={one.surpluses} />}
                    {chosen.needs && <Books title="Потребности" books={one.needs} />}
                  </td>
                </tr>
              )}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

function Books({ title, books }: { title: string; books: readonly Proposal[] }) {
  if (books.length === 0) return null
  return (
    <>
      <strong>{title}</strong>
      <ul className={classes.books}>
        {books.map((one) => (
          <li key={`${one.textbookId} ${one.lotId}`}>
            <span>{one.textbook}</span>
            <span className={classes.why}>{one.reason}</span>
            <span className={classes.number}>{formatNumber(one.copies)} экз.</span>
          </li>
        ))}
      </ul>
    </>
  )
}
