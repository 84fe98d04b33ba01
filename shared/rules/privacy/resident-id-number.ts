import { isCivilDate } from '../../calendar/civil-date.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'

/** GB 11643: 18 characters, a date of birth that exists, from 1850 on, and the check digit of ISO 7064 MOD 11-2. */
export function isResidentId(number: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return false
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (born < '1850' || born > '2100' || !isCivilDate(born)) return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  return CHECK_DIGITS[sum % 11] === number[17]
}
