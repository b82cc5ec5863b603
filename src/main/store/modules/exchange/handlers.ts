import { listWindow } from '../../lists/list'
import type { Handlers } from '../../module'
import { matches } from './matches'
import { prepareMeeting } from './meeting'
import { needSource } from './need-list'
import { readNeed, removeNeed, saveNeed } from './need-record'
import { writeExchangeSheet } from './paper'
import { reservationSource } from './reservation-list'
import { cancelReservations, extendReservation, makeReservation, transferReserved } from './reservations'
import { fundSummary } from './summary'
import { surplusSource } from './surplus-list'
import { readSurplus, removeSurplus, saveSurplus } from './surplus-record'

export const exchangeHandlers = {
  'surpluses.list': (context, query) => listWindow(context, surplusSource, query),
  'surpluses.get': (context, { id }) => readSurplus(context, id),
  'surpluses.save': (context, { id, revision, surplus }) => saveSurplus(context, id, revision, surplus),
  'surpluses.remove': (context, { id }) => {
    removeSurplus(context, id)
    return {}
  },
  'needs.list': (context, query) => listWindow(context, needSource, query),
  'needs.get': (context, { id }) => readNeed(context, id),
  'needs.save': (context, { id, revision, need }) => saveNeed(context, id, revision, need),
  'needs.remove': (context, { id }) => {
    removeNeed(context, id)
    return {}
  },
  'exchange.summary': (context, { on }) => fundSummary(context, on),
  'exchange.matches': (context, input) => matches(context, input),
  'reservations.list': (context, query) => listWindow(context, reservationSource, query),
  'reservations.make': (context, input) => makeReservation(context, input),
  'reservations.cancel': (context, { ids }) => cancelReservations(context, ids),
  'reservations.extend': (context, { id, expiresOn }) => {
    extendReservation(context, id, expiresOn)
    return {}
  },
  'reservations.transfer': (context, { ids }) => transferReserved(context, ids),
  'exchange.prepareMeeting': (context, input) => prepareMeeting(context, input),
  'papers.exchangeSheet': writeExchangeSheet,
} satisfies Handlers
