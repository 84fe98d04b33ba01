import { LedgerAudit } from '#shared/ledger/audit.ts'
import { nodeHashing } from '../../worker/cli/verify/hashing.ts'
import { entryAt, noteOver, START, signer, textsOf } from '../support/ledgers.ts'
import { type Honest, KINDS, type Shown } from './kinds.ts'
import { randomFrom } from './random.ts'

const keys = { own: signer(1), other: signer(2) }

/** How many of `places` random tamperings of one kind the audit named rightly, and the first that it did not. */
export interface Caught {
  readonly kind: string
  readonly places: number
  readonly named: number
  readonly missed: string | null
}

/** Tampers with `places` random ledgers in every way and audits each against the older checkpoint. */
export function* tamperAll(places: number, seed: number): Generator<Caught> {
  for (const [kind, tamper] of Object.entries(KINDS)) {
    const random = randomFrom(seed)
    let named = 0
    let missed: string | null = null
    for (let place = 0; place < places; place++) {
      const shown = tamper(honest(random), random, keys)
      const codes = audit(shown)
      if (codes.includes(shown.expected)) named++
      else missed ??= `place ${place}: expected ${shown.expected}, said ${codes.join(', ') || 'nothing'}`
    }
    yield { kind, places, named, missed }
  }
}

/** The same audits of ledgers that nobody touched: how many were called wrong. */
export function falseAlarms(places: number, seed: number): number {
  const random = randomFrom(seed)
  let alarms = 0
  for (let place = 0; place < places; place++) {
    const { entries, heldSize, heldAt } = honest(random)
    const texts = textsOf(entries)
    const held = [{ note: noteOver(texts.slice(0, heldSize), keys.own), keptAt: heldAt }]
    const head = { keyLine: keys.own.keyLine, note: noteOver(texts, keys.own) }
    if (audit({ texts, held, ...head }).length > 0) alarms++
  }
  return alarms
}

function honest(random: (below: number) => number): Honest {
  const size = 20 + random(120)
  const heldSize = 2 + random(size - 2)
  const entries = Array.from({ length: size }, (_, seq) => entryAt(seq))
  return { entries, heldSize, heldAt: new Date(START + heldSize * 60_000).toISOString() }
}

function audit({ texts, note, keyLine, held }: Omit<Shown, 'expected'>): string[] {
  const reading = new LedgerAudit({ key: keyLine, checkpoint: note }, held, nodeHashing)
  for (const text of texts) reading.add(text)
  return reading.finish().map(({ code }) => code)
}
