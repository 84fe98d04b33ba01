import { signal } from '@preact/signals'
import { askBackground, type Questions, Refused } from '../../messages/wire.ts'
import { words } from '../text/common.ts'

/** The sentence of the last question that was refused, until the next one is asked. */
export const refusal = signal<string | null>(null)
/** Kinds that are on their way now: their buttons wait. */
export const asking = signal<ReadonlySet<string>>(new Set())

/** `askBackground` for a page: never throws. A refusal becomes a sentence on the screen, and the result is null. */
export async function ask<K extends keyof Questions>(
  kind: K,
  question: Questions[K]['ask'],
): Promise<{ answer: Questions[K]['answer'] } | null> {
  refusal.value = null
  asking.value = new Set([...asking.value, kind])
  try {
    return { answer: await askBackground(kind, question) }
  } catch (error) {
    refusal.value = error instanceof Refused ? error.sentence : words.noAnswer
    return null
  } finally {
    asking.value = new Set([...asking.value].filter((one) => one !== kind))
  }
}
