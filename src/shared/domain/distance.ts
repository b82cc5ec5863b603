/** A place on the map, degrees. */
export interface Coordinates {
  latitude: number
  longitude: number
}

/** «56.4977, 40.9301», «56,4977; 40,9301»; null when it is not two numbers within the globe. */
export function parseCoordinates(text: string): Coordinates | null {
  const match = /^\s*(-?\d{1,2}(?:[.,]\d+)?)\s*(?:[;\s]|,\s)\s*(-?\d{1,3}(?:[.,]\d+)?)\s*$/.exec(text)
  if (!match?.[1] || !match[2]) return null
  const latitude = Number(match[1].replace(',', '.'))
  const longitude = Number(match[2].replace(',', '.'))
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null
  return { latitude, longitude }
}

const EARTH_KM = 6371.0088
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Kilometres along the great circle (haversine). Roads are longer; a distance table, where there is one, goes first. */
export function distanceKm(from: Coordinates, to: Coordinates): number {
  const byLatitude = Math.sin(radians(to.latitude - from.latitude) / 2) ** 2
  const byLongitude = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2
  const half = byLatitude + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * byLongitude
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)))
}
