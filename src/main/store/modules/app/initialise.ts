import type { Parsed } from '@shared/contract'
import { newUid } from '@shared/contract/fields'
import { AppError } from '@shared/errors'
import type { CommandContext } from '../../context'
import { insertRow } from '../../database/aggregate'
import { derive } from '../../database/derived'
import { defaultProfile } from '../../database/profile'
import { readSetting, writeSetting } from '../../database/settings'
import { fillSampleDistrict } from '../../sample/fill'
import { standardPhrases, standardTemplates } from './standard'

/** The first-start choice; made once. @throws AppError `already-initialised`, `invalid-input` */
export async function initialise(
  context: CommandContext,
  input: Parsed<'app.initialise'>,
): Promise<Record<string, never>> {
  const { raw } = context
  if (readSetting(raw, 'initialised', null) !== null) {
    throw new AppError(
      'already-initialised',
      'В этой папке район уже начат. Для другого района выберите другую папку данных.',
    )
  }
  for (const template of standardTemplates)
    insertRow(raw, 'agendaTemplate', { name: template.name, items: JSON.stringify(template.items) })
  for (const phrase of standardPhrases) insertRow(raw, 'phrase', phrase)
  if (input.mode === 'demo') {
    context.describe('пример района')
    await fillSampleDistrict(context, input.today ?? context.today())
  } else {
    startOwn(context, input)
  }
  writeSetting(raw, 'initialised', { mode: input.mode, at: context.now().toISOString() })
  return {}
}

function startOwn(context: CommandContext, input: Parsed<'app.initialise'>): void {
  const { raw } = context
  if (input.municipality === '')
    throw new AppError(
      'invalid-input',
      'Муниципалитет: поле не заполнено. Напишите название района или города.',
      'municipality',
    )
  context.describe(input.municipality)
  writeSetting(raw, 'profile', {
    ...defaultProfile(context.today()),
    municipality: input.municipality,
    region: input.region,
  })
  const name =
    input.association === '' ? 'Районное методическое объединение педагогов-библиотекарей' : input.association
  const associationId = insertRow(
    raw,
    'association',
    derive('association', {
      name,
      shortName: input.association === '' ? 'РМО педагогов-библиотекарей' : input.association,
      kind: 'rmo',
      headId: null,
      headName: '',
      headPosition: 'руководитель РМО',
      secretaryId: null,
      secretaryName: '',
      secretaryPosition: 'секретарь',
      note: '',
    }),
  )
  insertRow(raw, 'meetingSeries', {
    uid: newUid(),
    associationId,
    ord: 0,
    name: 'Заседание РМО',
    heading: 'заседания районного методического объединения педагогов-библиотекарей',
    place: '',
    layout: 'full',
    decisionLabel: '',
  })
}
