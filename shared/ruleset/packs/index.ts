import type { Library } from '../include.ts'
import { dignity } from './dignity.ts'
import { quanzhou } from './quanzhou.ts'
import { typos } from './typos.ts'

/** The packs that ship, by the name under which a rule set includes them. Positive knowledge only: no list of "sensitive words" is among them. */
export const packs: Library = {
  typos: { terms: [typos] },
  dignity: { terms: [dignity] },
  'names-quanzhou': { terms: [], rosters: [quanzhou] },
}
