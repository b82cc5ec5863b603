/** Where the window stands. Pure: displays are given. */
export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

export interface WindowPlace extends Rectangle {
  maximized: boolean
}

export const minimumSize = { width: 1024, height: 640 }
/** Comfortable on 1366×768 with a task bar. */
const usualSize = { width: 1320, height: 720 }

/**
 * The remembered place brought within a display that is there now; without one, the usual size in the middle of the first
 * display (the primary), or as much of it as fits.
 * @param workAreas of the displays, without task bars
 */
export function placeWindow(remembered: WindowPlace | null, workAreas: readonly Rectangle[]): WindowPlace {
  const first = workAreas[0] ?? { x: 0, y: 0, width: 1366, height: 728 }
  if (remembered === null) {
    const width = Math.min(usualSize.width, first.width)
    const height = Math.min(usualSize.height, first.height)
    return { ...centre(width, height, first), maximized: first.width <= 1440 }
  }
  const area = best(remembered, workAreas)
  if (area === null) {
    const width = Math.min(remembered.width, first.width)
    const height = Math.min(remembered.height, first.height)
    return { ...centre(width, height, first), maximized: remembered.maximized }
  }
  const width = Math.min(Math.max(remembered.width, minimumSize.width), area.width)
  const height = Math.min(Math.max(remembered.height, minimumSize.height), area.height)
  return {
    x: clamp(remembered.x, area.x, area.x + area.width - width),
    y: clamp(remembered.y, area.y, area.y + area.height - height),
    width,
    height,
    maximized: remembered.maximized,
  }
}

/** The display that shows most of it, if any shows enough to be grabbed. */
function best(place: Rectangle, areas: readonly Rectangle[]): Rectangle | null {
  const enough = 100 * 40
  let found: Rectangle | null = null
  let most = enough
  for (const area of areas) {
    const width = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x)
    const height = Math.min(place.y + place.height, area.y + area.height) - Math.max(place.y, area.y)
    const shown = width > 0 && height > 0 ? width * height : 0
    if (shown >= most) {
      most = shown
      found = area
    }
  }
  return found
}

function centre(width: number, height: number, area: Rectangle): Rectangle {
  return {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 2),
    width,
    height,
  }
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), Math.max(low, high))
