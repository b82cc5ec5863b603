import { Anchor, Code, List, Table, Text, Title, type TitleOrder } from '@mantine/core'
import type { Token, Tokens } from 'marked'
import { Fragment, type ReactNode } from 'react'
import { isHeading, plain, unescaped } from './chapter'
import { pictureUrl } from './chapters'
import classes from './Guide.module.css'
import { slugs } from './slug'

export interface MarkdownProps {
  tokens: readonly Token[]
  /** A link to another page or heading of the guide: «excel.md», «#карточка». */
  onLink: (target: string) => void
  onPicture: (picture: { url: string; title: string }) => void
}

/**
 * A page of the guide as elements, never as HTML text: what the Markdown says in HTML is shown as it is written. The
 * content policy stays as strict as everywhere.
 */
export function Markdown({ tokens, onLink, onPicture }: MarkdownProps) {
  const slugOf = slugs()
  const many = (list: readonly Token[] | undefined): ReactNode =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change
    (list ?? []).map((token, index) => <Fragment key={index}>{one(token)}</Fragment>)

  const one = (token: Token): ReactNode => {
    if (isHeading(token)) {
      // The window has its own first heading.
      const order = Math.min(token.depth + 1, 6) as TitleOrder
      return (
        <Title order={order} size={`h${token.depth + 1}`} id={headingId(slugOf(plain(token)))} tabIndex={-1}>
          {many(token.tokens)}
        </Title>
      )
    }
    switch (token.type) {
      case 'paragraph':
        return <Text component="p">{many(token.tokens)}</Text>
      case 'list': {
        const { ordered, items, start } = token as Tokens.List
        return (
          <List type={ordered ? 'ordered' : 'unordered'} start={typeof start === 'number' ? start : undefined}>
            {items.map((item, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change
              <List.Item key={index}>{many(item.tokens)}</List.Item>
            ))}
          </List>
        )
      }
      case 'table':
        return <GuideTable token={token as Tokens.Table} many={many} />
      case 'code':
        return <Code block>{unescaped((token as Tokens.Code).text)}</Code>
      case 'strong':
        return <strong>{many(token.tokens)}</strong>
      case 'em':
        return <em>{many(token.tokens)}</em>
      case 'del':
        return <s>{many(token.tokens)}</s>
      case 'codespan':
        return <Code>{unescaped((token as Tokens.Codespan).text)}</Code>
      case 'br':
        return <br />
      case 'hr':
        return <hr />
      case 'link':
        return <GuideLink href={(token as Tokens.Link).href} onLink={onLink} content={many(token.tokens)} />
      case 'image':
        return <Picture token={token as Tokens.Image} onPicture={onPicture} />
      case 'blockquote':
        return <blockquote>{many(token.tokens)}</blockquote>
      case 'space':
        return null
      case 'text':
        return token.tokens ? many(token.tokens) : unescaped((token as Tokens.Text).text)
      case 'escape':
        return unescaped((token as Tokens.Escape).text)
      default:
        return token.raw
    }
  }
  return <div className={classes.text}>{many(tokens)}</div>
}

/** Of the heading's element; apart from the identifiers of the screen beside. */
export const headingId = (slug: string): string => `guide:${slug}`

function GuideTable({ token, many }: { token: Tokens.Table; many: (tokens: readonly Token[]) => ReactNode }) {
  return (
    <Table verticalSpacing={3}>
      <Table.Thead>
        <Table.Tr>
          {token.header.map((cell) => (
            <Table.Th key={cell.text}>{many(cell.tokens)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {token.rows.map((row) => (
          <Table.Tr key={row.map((cell) => cell.text).join('|')}>
            {row.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
              <Table.Td key={index}>{many(cell.tokens)}</Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function GuideLink({ href, onLink, content }: { href: string; onLink: (target: string) => void; content: ReactNode }) {
  if (/^(?:https?|mailto):/.test(href)) {
    return (
      <Anchor href={href} target="_blank" rel="noreferrer">
        {content}
      </Anchor>
    )
  }
  return (
    <Anchor component="button" type="button" className={classes.link} onClick={() => onLink(href)}>
      {content}
    </Anchor>
  )
}

function Picture({ token, onPicture }: { token: Tokens.Image; onPicture: MarkdownProps['onPicture'] }) {
  const url = pictureUrl(token.href)
  if (url === undefined) return null
  const title = unescaped(token.text)
  return (
    <button
      type="button"
      className={classes.picture}
      aria-label={`Увеличить картинку «${title}»`}
      onClick={() => onPicture({ url, title })}
    >
      {/* The size of the window they are taken in: the text does not jump when they come. */}
      <img src={url} alt={title} width={1320} height={695} decoding="async" />
    </button>
  )
}
