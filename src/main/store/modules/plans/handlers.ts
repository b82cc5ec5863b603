import { listWindow } from '../../lists/list'
import type { Handlers } from '../../module'
import { acceptPlan } from './accept'
import { comparePlans, planFlows } from './compare'
import { distanceSource } from './distances'
import { keepPlan, markLines, removePlan, renamePlan } from './keep'
import { planLineSource, planUnmetSource } from './lists'
import { makeAndKeep } from './make'
import { writeFlowsPaper, writePlanPaper } from './paper'
import { listPlans, readPlan } from './read'

export const planHandlers = {
  'plans.make': makeAndKeep,
  'plans.keep': keepPlan,
  'plans.list': listPlans,
  'plans.get': ({ raw }, { id }) => readPlan(raw, id),
  'plans.rename': (context, { id, name }) => {
    renamePlan(context, id, name)
    return {}
  },
  'plans.remove': (context, { id }) => {
    removePlan(context, id)
    return {}
  },
  'planLines.list': (context, query) => listWindow(context, planLineSource, query),
  'planUnmet.list': (context, query) => listWindow(context, planUnmetSource, query),
  'plans.flows': (context, { id }) => planFlows(context, id),
  'plans.mark': (context, input) => {
    markLines(context, input)
    return {}
  },
  'plans.accept': acceptPlan,
  'plans.compare': (context, { ids }) => comparePlans(context, ids),
  'distances.list': (context, query) => listWindow(context, distanceSource, query),
  'papers.plan': writePlanPaper,
  'papers.flows': writeFlowsPaper,
} satisfies Handlers
