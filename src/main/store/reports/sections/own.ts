import type { ReportSectionSource } from '../section'

/** Nothing but what she writes. */
export const ownSection: ReportSectionSource = {
  spec: {
    kind: 'own',
    title: 'Раздел',
    hint: 'Только ваш текст: всё, чего нет среди готовых разделов',
    parts: [],
    usual: false,
  },
  compose: () => Promise.resolve([]),
}
