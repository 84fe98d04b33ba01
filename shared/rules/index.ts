import { documentCitationPair } from './document/citation-pair.ts'
import { documentNumberShape } from './document/number-shape.ts'
import { documentSupersededBasis } from './document/superseded-basis.ts'
import { interpretationMissing } from './interpretation/missing.ts'
import { privacyResidentId } from './privacy/resident-id.ts'
import type { Rule } from './rule.ts'
import { wordingLawName } from './wording/law-name.ts'

/** Every rule that ships with the code, in the order of DOMAIN.md §15. A new rule is one file and one line here. */
export const rules: readonly Rule[] = [
  privacyResidentId,
  interpretationMissing,
  wordingLawName,
  documentCitationPair,
  documentSupersededBasis,
  documentNumberShape,
]
