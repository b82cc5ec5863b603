import { listWindow } from '../../lists/list'
import type { Handlers } from '../../module'
import { reportSections } from '../../reports/all'
import { sectionContent } from '../../reports/gather'
import { blankReport } from './blank'
import { frozenReport, keepReport, reopenReport, submitReport } from './frozen'
import { reportSource } from './list'
import { dataOf, reportPaper } from './paper'
import { readReport } from './read'
import { removeReport, saveReport } from './save'
import { listTemplates, removeTemplate, saveTemplate } from './templates'

/** Annual reports. */
export const reportHandlers = {
  'reports.list': (context, query) => listWindow(context, reportSource, query),
  'reports.get': ({ raw }, { id }) => readReport(raw, id),
  'reports.catalogue': () => reportSections.map(({ spec }) => spec),
  'reports.section': (context, { kind, ...asked }) => sectionContent(context, kind, asked),
  'reports.blank': (context, asked) => blankReport(context, asked),
  'reports.save': (context, { id, revision, report }) => saveReport(context, id, revision, report),
  'reports.remove': (context, { id }) => {
    removeReport(context, id)
    return {}
  },
  'reports.templates': ({ raw }) => listTemplates(raw),
  'reports.saveTemplate': (context, { name, report, texts }) => saveTemplate(context, name, report.sections, texts),
  'reports.removeTemplate': (context, { id }) => {
    removeTemplate(context, id)
    return {}
  },
  'reports.submit': (context, { id, revision }) => submitReport(context, id, revision),
  'reports.keep': (context, kept) => keepReport(context, kept),
  'reports.reopen': (context, { id }) => {
    reopenReport(context, id)
    return {}
  },
  'reports.frozen': ({ raw }, { id }) => frozenReport(raw, id),
  'reports.gather': (context, { id }) => dataOf(context, id, null),
  'papers.report': (context, asked) => reportPaper(context, asked),
} satisfies Handlers
