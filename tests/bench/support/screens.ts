/** JavaScript that is true once a screen is there with its data. */
const settled = "document.querySelector('[aria-busy=true], .mantine-Skeleton-root') === null"

export const desk = `document.querySelector('h1')?.textContent === 'Рабочий стол' && ${settled}`
export const empty = "document.querySelector('h1') !== null"
