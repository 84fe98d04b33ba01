import type { Draft } from '#shared/draft/draft.ts'
import type { CheckContext } from '#shared/rules/context.ts'
import type { CarrierName } from './carriers.ts'
import type { Position } from './position.ts'
import type { Random } from './random.ts'

/** A fault to plant. What it puts into the body must be hit where it stands; what it changes elsewhere must be hit anywhere. */
export interface Fault {
  carrier?: CarrierName
  /** A sentence put into the body in the given positions, with every residue. */
  text?: string
  /** Lines put into the body as paragraphs of their own. */
  lines?: readonly string[]
  /** Markup put in as it is. */
  html?: string
  /** Replaces a paragraph of the carrier that contains `from`; empty `to` takes the paragraph out. */
  replace?: { from: string; to: string }
  draft?: Partial<Draft>
  context?: CheckContext
  /** Positions where it would be none: XXX in a cell is a form to fill in. */
  notIn?: readonly Position[]
  /** Residues that would make it another text (full-width digits in a number whose form is the fault). */
  not?: readonly string[]
}

/** One of the 25 checks of DOMAIN.md §15 and its ways to go wrong. */
export interface FaultKind {
  check: number
  name: string
  severity: 'block' | 'review' | 'advise'
  /** Rules that may find it. */
  rules: readonly string[]
  variants: readonly ((random: Random) => Fault)[]
}
