import type { RoadmapKind } from '@shared/contract/roadmaps'
import type { z } from 'zod'
import { call } from '../../../app/api'
import { flushAll } from '../../../app/flush'
import { useGo } from '../../../app/navigation'
import { undoLast } from '../../../app/queries'
import { useSchoolYear } from '../../../app/schoolYear'
import { showDone, showError } from '../../../app/toasts'

export interface Making {
  create: (kind: z.infer<typeof RoadmapKind>) => void
  copy: (id: number, years?: number) => void
}

/** New papers: empty ones of the year on top, and next year's from this year's. Each opens. */
export function useMake(): Making {
  const go = useGo()
  const { schoolYear } = useSchoolYear()
  const make = async (said: string, prepare: () => ReturnType<typeof call<'roadmaps.blank'>>) => {
    try {
      await flushAll()
      const roadmap = await prepare()
      const { id } = await call('roadmaps.save', { id: null, revision: null, roadmap })
      go(`/roadmaps/${id}`)
      showDone(said, { label: 'Отменить', run: () => void undoLast().then(() => go('/roadmaps')) })
    } catch (error) {
      showError(error)
    }
  }
  return {
    create: (kind) =>
      void make(kind === 'plan' ? 'План работы создан' : 'Дорожная карта создана', () =>
        call('roadmaps.blank', { kind, schoolYear }),
      ),
    copy: (id, years = 1) =>
      void make('Составлена копия на следующий год: сроки и годы в тексте перенесены', () =>
        call('roadmaps.prepareCopy', { id, years }),
      ),
  }
}
