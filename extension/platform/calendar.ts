import { computed } from '@preact/signals'
import { type Calendar, calendarOf } from '#shared/calendar/working-days.ts'
import { house } from './house.ts'

/** The working days of the rule set in force. */
export const calendar = computed(() => calendarOf(house.value.ruleset.years))

/** The notice of a year comes out in the November before; a proposal and its second admin take a while. */
const SOON_DAYS = 45

/** Whether the last day that a calendar knows is near, or past. */
export function isEnding({ knownUntil }: Pick<Calendar, 'knownUntil'>, today: string): boolean {
  return Date.parse(knownUntil) - Date.parse(today) <= SOON_DAYS * 86_400_000
}
