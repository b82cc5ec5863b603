import type { Profile } from '../contract/app'
import type { Paper } from './model'
import { printable } from './text'

export interface FramedPaper extends Pick<Paper, 'title' | 'page' | 'tablePt' | 'blocks'> {
  subject: string
  keywords: string
  lists?: Paper['lists']
}

/** The frame of an office paper that is not of a meeting: certificates, lists. */
export function framed(profile: Profile, { subject, keywords, lists = [], ...paper }: FramedPaper): Paper {
  return {
    ...paper,
    title: printable(paper.title),
    language: 'ru-RU',
    textPt: 14,
    lineSpacing: profile.papers.lineSpacing,
    properties: {
      subject: printable(subject),
      author: printable(profile.methodologist) || printable(profile.authority) || printable(profile.municipality),
      keywords,
      description: '',
    },
    lists,
  }
}
