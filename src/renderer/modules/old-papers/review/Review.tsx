import { Button } from '@mantine/core'
import { type OldPaper, type Place, paperKinds } from '@shared/contract/old-papers'
import { AppError } from '@shared/errors'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { useAction } from '../../../app/actions'
import { redoLast, undoLast } from '../../../app/queries'
import { showDone, showError } from '../../../app/toasts'
import type { DraftFound } from '../../../app/useAutosave'
import { ActionBar } from '../../../components/ActionBar'
import panes from '../../../components/Panes.module.css'
import { StepList } from '../../../components/StepList'
import { assignProtocol, protocolAssignments } from '../model/assign-protocol'
import { assignRoadmap, roadmapAssignments } from '../model/assign-roadmap'
import { paperSteps } from '../model/steps'
import { OriginalPane } from '../original/OriginalPane'
import { ProtocolFields } from '../protocol/ProtocolFields'
import { RoadmapFields } from '../roadmap/RoadmapFields'
import { Banners } from './Banners'
import { Counter } from './Counter'
import { Elsewhere } from './Elsewhere'
import classes from './Review.module.css'
import { MarksContext, ReviewContext } from './ReviewContext'
import { Unrecognised } from './Unrecognised'
import { useKeys } from './useKeys'
import { useReviewApi } from './useReviewApi'
import { useReviewing } from './useReviewing'
import { useSaving } from './useSaving'

/** The original at the left, what was understood at the right. */
export function Review({ paper, draft }: { paper: OldPaper; draft: DraftFound }) {
  const reviewing = useReviewing(paper, draft)
  const { understood } = reviewing
  const { api, marks, link, walk, confirmHere } = useReviewApi(paper, reviewing)
  const saving = useSaving(paper, reviewing, (path) => path !== '' && api.focus(path))
  const { kind } = understood
  const assignments = kind === 'protocol' ? protocolAssignments : roadmapAssignments

  useKeys({ F8: (back) => walk(back ? -1 : 1), F9: confirmHere, F6: link.otherPane })
  useAction('undo', () => void (reviewing.undo() || undoLast()))
  useAction('redo', () => void (reviewing.redo() || redoLast()))

  const assign = (assignment: string, places: readonly Place[]) => {
    try {
      const made =
        understood.kind === 'protocol'
          ? assignProtocol(understood, paper.original, assignment, places)
          : assignRoadmap(understood, paper.original, assignment, places)
      reviewing.change(() => made.paper)
      // The field is drawn first.
      setTimeout(() => api.focus(made.path), 0)
    } catch (error) {
      showError(error)
    }
  }
  const other = kind === 'protocol' ? 'roadmap' : 'protocol'
  const understandAs = async () => {
    try {
      await reviewing.understandAs(other)
      showDone(`Разобран как ${paperKinds[other]}`, { label: 'Отменить', run: () => void reviewing.undo() })
    } catch (error) {
      showError(error instanceof AppError ? error : new AppError('internal', 'Не удалось разобрать документ иначе.'))
    }
  }
  return (
    <ReviewContext value={api}>
      <MarksContext value={marks}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: fields that are left are kept */}
        <div className={classes.page} onBlur={reviewing.autosave.onBlur}>
          <header className={classes.head}>
            <h1 className={classes.file} title={paper.file}>
              {paper.file}
            </h1>
            <div className={classes.steps}>
              <StepList label="Шаги загрузки" steps={paperSteps} at={2} />
            </div>
            <span className={classes.spring} />
            <Counter understood={understood} onWalk={walk} />
          </header>
          <Banners paper={paper} reviewing={reviewing} />
          <Group className={panes.panes} orientation="horizontal" resizeTargetMinimumSize={{ coarse: 28, fine: 12 }}>
            <Panel id="original" minSize={300} defaultSize="50">
              <OriginalPane
                page={link.left}
                original={paper.original}
                understood={understood}
                assignments={assignments}
                onAssign={assign}
              />
            </Panel>
            <Separator className={panes.separator} aria-label="Ширина исходного документа" />
            <Panel id="fields" minSize={380}>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
              <section ref={link.right} className={classes.fields} aria-label="Что понято" tabIndex={0}>
                <div className={classes.kind}>
                  <h2>{kind === 'protocol' ? 'Протокол' : 'Дорожная карта или план'}</h2>
                  <Button size="compact-sm" variant="subtle" onClick={() => void understandAs()}>
                    {kind === 'protocol' ? 'Это дорожная карта или план' : 'Это протокол'}
                  </Button>
                </div>
                <Elsewhere understood={understood} />
                {understood.kind === 'protocol' ? (
                  <ProtocolFields protocol={understood.protocol} />
                ) : (
                  <RoadmapFields roadmap={understood.roadmap} />
                )}
                <Unrecognised
                  original={paper.original}
                  lines={understood.unrecognised}
                  assignments={assignments}
                  onAssign={assign}
                />
              </section>
            </Panel>
          </Group>
          <ActionBar
            back={{
              label: paper.state === 'dismissed' ? 'Вернуть на проверку' : 'Отложить',
              run: () => void saving.dismiss(),
              disabled: saving.busy,
            }}
            next={{
              label: kind === 'protocol' ? 'Сохранить протокол' : 'Сохранить дорожную карту',
              run: () => void saving.save('open'),
              disabled: saving.busy,
            }}
          >
            <Button variant="default" disabled={saving.busy} onClick={() => void saving.save('next')}>
              Сохранить и открыть следующий
            </Button>
          </ActionBar>
        </div>
      </MarksContext>
    </ReviewContext>
  )
}
