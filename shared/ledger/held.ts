import { type Checkpoint, openCheckpoint } from './checkpoint.ts'
import type { NoteKey } from './note.ts'

/** A checkpoint that somebody outside kept: the superior bureau's witness, an auditor, a printed line. It is what makes a rewritten history visible. */
export interface HeldNote {
  /** The signed note as it was received. */
  readonly note: string
  /** When it was received, by the holder's clock; null when that is not known. Entries after it cannot be older. */
  readonly keptAt: string | null
}

export interface Held extends Checkpoint {
  readonly keptAt: string | null
}

/** The held notes that `key` signed, smallest first, and how many it did not sign. */
export function openHeld(notes: readonly HeldNote[], key: NoteKey): { held: Held[]; foreign: number } {
  const held: Held[] = []
  for (const { note, keptAt } of notes) {
    const checkpoint = openCheckpoint(note, key)
    if (checkpoint) held.push({ ...checkpoint, keptAt })
  }
  return { held: held.sort((a, b) => a.size - b.size), foreign: notes.length - held.length }
}
