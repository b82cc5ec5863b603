import type { SchoolSketch } from './sketch'
import { townSchools } from './town'
import { northernSchools } from './villages-north'
import { southernSchools } from './villages-south'

/** The 34 schools of the invented district, in the order of their ids. */
export const schoolSketches: readonly SchoolSketch[] = [...townSchools, ...northernSchools, ...southernSchools]
