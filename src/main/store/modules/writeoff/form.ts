import type { WriteOffForm } from '@shared/contract/writeoff'

/** Form 0504144 (приказ Минфина № 52н) until she has another. */
export const defaultWriteOffForm: WriteOffForm = {
  okud: '0504144',
  heading: 'о списании исключённых объектов библиотечного фонда',
  listHeading: 'СПИСОК исключённых объектов библиотечного фонда',
  approver: 'Директор',
  closing: 'Акт составлен в двух экземплярах.',
}
