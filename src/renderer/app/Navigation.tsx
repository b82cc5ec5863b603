import { Tooltip } from '@mantine/core'
import { IconBooks } from '@tabler/icons-react'
import { useRouterState } from '@tanstack/react-router'
import classes from './Frame.module.css'
import { type AppModule, groupTitles, type ModuleGroup, modules } from './modules'

const groups: readonly ModuleGroup[] = ['work', 'fund', 'people', 'reports']

interface Link {
  title: string
  path: string
  icon: AppModule['icon']
}

function linksOf(group: ModuleGroup): Link[] {
  return modules
    .filter((one) => one.group === group && !one.atFoot)
    .flatMap((one) => [{ title: one.title, path: one.path, icon: one.icon }, ...(one.links ?? [])])
}

/** Groups of sections. Only sections that exist are here. */
export function Navigation({ narrow }: { narrow: boolean }) {
  const here = useRouterState({ select: (state) => linkOf(state.location.pathname) })
  return (
    <nav className={classes.nav} aria-label="Разделы">
      <div className={classes.brand}>
        <IconBooks size={22} aria-hidden />
        {!narrow && 'Методист'}
      </div>
      {groups.map((group) => {
        const links = linksOf(group)
        if (links.length === 0) return null
        return (
          <div key={group}>
            <div className={classes.group} aria-hidden={narrow || undefined}>
              {narrow ? '' : groupTitles[group]}
            </div>
            <ul className={classes.links} aria-label={groupTitles[group]}>
              {links.map((link) => (
                <li key={link.path}>
                  <NavigationLink link={link} isHere={link.path === here} narrow={narrow} />
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      <div className={classes.bottom}>
        {modules
          .filter((one) => one.atFoot)
          .map((link) => (
            <NavigationLink key={link.path} link={link} isHere={link.path === here} narrow={narrow} />
          ))}
      </div>
    </nav>
  )
}

function NavigationLink({ link, isHere, narrow }: { link: Link; isHere: boolean; narrow: boolean }) {
  return (
    <Tooltip label={link.title} position="right" disabled={!narrow}>
      <a
        className={classes.link}
        href={`#${link.path}`}
        aria-current={isHere ? 'page' : undefined}
        aria-label={narrow ? link.title : undefined}
      >
        <link.icon size={18} stroke={1.6} aria-hidden />
        {!narrow && link.title}
      </a>
    </Tooltip>
  )
}

/** The link a place belongs to: «/holdings/provision» has its own and is not also that of «/holdings». */
function linkOf(place: string): string | undefined {
  const within = ({ path }: Link): boolean =>
    path === '/' ? place === '/' : place === path || place.startsWith(`${path}/`)
  return [...groups.flatMap(linksOf), ...modules.filter((one) => one.atFoot)]
    .filter(within)
    .sort((one, other) => other.path.length - one.path.length)[0]?.path
}
