import { checkDraft } from '#shared/ruleset/check-draft.ts'
import type { CompiledRuleSet } from '#shared/ruleset/compile.ts'
import type { Fault, FaultKind } from './fault.ts'
import { attachmentFaults } from './faults/attachment.ts'
import { interpretationFaults } from './faults/interpretation.ts'
import { linkFaults } from './faults/links.ts'
import { noticeFaults } from './faults/notice.ts'
import { privacyFaults } from './faults/privacy.ts'
import { releaseFaults } from './faults/release.ts'
import { wordingFaults } from './faults/wording.ts'
import { type Planted, plant, positionsOf, takes } from './plant.ts'
import { type Random, randomFrom } from './random.ts'
import { RESIDUES } from './residue.ts'

export const faultKinds: readonly FaultKind[] = [
  ...privacyFaults,
  ...releaseFaults,
  ...interpretationFaults,
  ...attachmentFaults,
  ...linkFaults,
  ...noticeFaults,
  ...wordingFaults,
].sort((a, b) => a.check - b.check)

export interface KindRecall {
  kind: FaultKind
  planted: number
  found: number
  /** The first few that were missed: variant, position, residue and what was planted. */
  missed: string[]
}

/** Plants every variant in every position with every residue, `rounds` times with other people and numbers, and counts what is found. */
export function measureRecall(set: CompiledRuleSet, rounds: number, seed: number): KindRecall[] {
  const random = randomFrom(seed)
  return faultKinds.map((kind) => {
    const recall: KindRecall = { kind, planted: 0, found: 0, missed: [] }
    for (let round = 0; round < rounds; round += 1)
      for (const [number, variant] of kind.variants.entries()) {
        for (const [fault, planted] of plantings(variant, random)) {
          recall.planted += 1
          if (isFound(kind, planted, set)) recall.found += 1
          else if (recall.missed.length < 12)
            recall.missed.push(
              `#${number} ${planted.position}, ${planted.residue}: ${fault.text ?? fault.lines?.join(' / ') ?? fault.html ?? JSON.stringify(fault.replace ?? fault.draft)}`,
            )
        }
      }
    return recall
  })
}

function* plantings(variant: (random: Random) => Fault, random: Random): Generator<[Fault, Planted]> {
  const shape = variant(random)
  for (const position of positionsOf(shape))
    for (const residue of RESIDUES) {
      if (!takes(shape, residue)) continue
      const fault = variant(random)
      yield [fault, plant(fault, position, residue, random)]
    }
}

function isFound(kind: FaultKind, { draft, context, place }: Planted, set: CompiledRuleSet): boolean {
  const { findings } = checkDraft(draft, set, context)
  return findings.some(({ rule, field, start, end }) => {
    if (!kind.rules.includes(rule)) return false
    return place === null || field !== 'body' || (start < place.end && end > place.start)
  })
}
