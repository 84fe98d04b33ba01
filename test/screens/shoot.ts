import { conclude } from '../load/stand.ts'
import { hang } from './gallery.ts'
import { screens } from './screens.ts'

/** `npm run screens [-- name …]`: every screen as a picture in `out/screens`, and nothing that axe-core finds on any of them. */
const only = process.argv.slice(2)
const chosen = screens.filter(({ name }) => only.length === 0 || only.some((part) => name.includes(part)))
const gallery = await hang(chosen)
for (const violation of gallery.violations) console.log(violation)
console.log('light and dark; panel 360 × 720, review 1366 × 768, options 1000 × 900; WCAG 2.2 AA and best practice')
conclude(
  'screens',
  { screens: gallery.screens, pictures: gallery.pictures, violations: gallery.violations.length },
  { violations: 0, pictures: 2 * chosen.length, ...(only.length === 0 ? { screens: screens.length } : {}) },
)
