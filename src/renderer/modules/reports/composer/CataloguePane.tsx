import { Button } from '@mantine/core'
import { blankSection } from '@shared/contract/blank'
import type { Report, ReportSection } from '@shared/contract/reports'
import { IconCheck, IconPencilPlus, IconPlus } from '@tabler/icons-react'
import { ownSection } from '../model/steps'
import classes from './CataloguePane.module.css'
import { useComposer } from './ComposerContext'

export interface CataloguePaneProps {
  report: Report
  onAdd: (section: ReportSection) => void
  onClose: () => void
}

/** Sections there are, with what each tells; in the place of the section being worked on. */
export function CataloguePane({ report, onAdd, onClose }: CataloguePaneProps) {
  const { catalogue } = useComposer()
  const present = new Set(report.sections.map((section) => section.kind))
  return (
    <section className={classes.catalogue} aria-label="Добавить раздел">
      <div className={classes.head}>
        <h2>Добавить раздел</h2>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          Не добавлять
        </Button>
      </div>
      <ul>
        <li>
          <span>
            <b>Свой раздел</b>
            <small>Только ваш текст: выводы, проблемы, благодарности</small>
          </span>
          <Button
            size="compact-sm"
            variant="default"
            data-first
            leftSection={<IconPencilPlus size={15} aria-hidden />}
            aria-label="Добавить: свой раздел"
            onClick={() => onAdd(ownSection('Новый раздел'))}
          >
            Добавить
          </Button>
        </li>
        {catalogue
          .filter((spec) => spec.kind !== 'own')
          .map((spec) => (
            <li key={spec.kind}>
              <span>
                <b>{spec.title}</b>
                <small>{spec.hint}</small>
              </span>
              {present.has(spec.kind) && (
                <em>
                  <IconCheck size={14} aria-hidden /> уже в отчёте
                </em>
              )}
              <Button
                size="compact-sm"
                variant={present.has(spec.kind) ? 'subtle' : 'default'}
                leftSection={<IconPlus size={15} aria-hidden />}
                aria-label={`${present.has(spec.kind) ? 'Ещё раз' : 'Добавить'}: «${spec.title}»`}
                onClick={() => onAdd(blankSection(spec))}
              >
                {present.has(spec.kind) ? 'Ещё раз' : 'Добавить'}
              </Button>
            </li>
          ))}
      </ul>
    </section>
  )
}
