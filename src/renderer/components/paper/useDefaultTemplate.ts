import { useCall } from '../../app/queries'

/** The letterhead or the cover she uses by default; null when none is marked. */
export function useDefaultTemplate(kind: 'letterhead' | 'cover'): { id: number; name: string } | null {
  const templates = useCall('templates.options', { kinds: ['letterhead', 'cover'] })
  return templates.data?.find((one) => one.kind === kind && one.byDefault) ?? null
}
