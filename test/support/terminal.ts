import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, vi } from 'vitest'
import { starterRuleSet } from '../../shared/ruleset/packs/starter.ts'

/** What a verb of `menxia` writes, and a folder for its files; new for each test of the file that calls this. */
export interface Terminal {
  folder: string
  out: string[]
  err: string[]
}

export function openTerminal(): Terminal {
  const terminal: Terminal = { folder: '', out: [], err: [] }
  beforeEach(async () => {
    terminal.folder = await mkdtemp(join(tmpdir(), 'menxia-terminal-'))
    terminal.out = []
    terminal.err = []
    vi.spyOn(console, 'log').mockImplementation((line) => void terminal.out.push(String(line)))
    vi.spyOn(console, 'error').mockImplementation((line) => void terminal.err.push(String(line)))
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => terminal.out.push(String(text)) > 0)
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
    await rm(terminal.folder, { recursive: true })
  })
  return terminal
}

const HEX = '0'.repeat(64)

/** A Worker's answer to `rulesets.current`. */
export const CURRENT = {
  ...{ version: 'v0', profilesVersion: 0, digest: HEX, publishedAt: null, signature: 's' },
  ...{ ruleset: starterRuleSet, profiles: [] },
}

/** And to `rulesets.propose`. */
export const PROPOSED = {
  ruleset: {
    ...{ version: 'v1', state: 'proposed', digest: HEX, note: 'n', proposedBy: '黄敏' },
    ...{ proposedAt: '2026-11-24T03:00:00.000Z', publishedBy: null, publishedAt: null, consents: [] },
  },
  receipt: { seq: 1, entry: {}, proof: 'p' },
}
