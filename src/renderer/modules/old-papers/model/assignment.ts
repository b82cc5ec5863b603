/** What selected words can be made. */
export interface Assignment {
  id: string
  /** As «Сделать …» goes on: «решением», «вопросом». */
  title: string
  /** Begins a new row of the bar. */
  apart?: boolean
}
