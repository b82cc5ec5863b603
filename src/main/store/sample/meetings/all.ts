import { centres2024 } from './centres-2024'
import { centres2025 } from './centres-2025'
import { rmoSeptember2024 } from './rmo-2024-september'
import { rmoWinter2024 } from './rmo-2024-winter'
import { rmoSeptember2025 } from './rmo-2025-september'
import { rmoSpring2025 } from './rmo-2025-spring'
import { rmoWinter2025 } from './rmo-2025-winter'
import { rmoSpring2026 } from './rmo-2026-spring'
import type { MeetingScript } from './script'
import { year2026 } from './year-2026'

/** Every meeting of the sample by date, which is the order of their ids. */
export const meetingScripts: readonly MeetingScript[] = [
  ...rmoSeptember2024,
  ...rmoWinter2024,
  ...rmoSpring2025,
  ...centres2024,
  ...rmoSeptember2025,
  ...rmoWinter2025,
  ...rmoSpring2026,
  ...centres2025,
  ...year2026,
].sort((a, b) => (a.date < b.date ? -1 : 1))
