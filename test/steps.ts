/**
 * One line of `npm test`. A `check` counts as one, by its exit code; a `suite` is a Vitest configuration whose tests are
 * counted one by one from the report it writes. `names`: projects of that configuration, all where not given.
 */
export type Step =
  | { kind: 'check'; name: string; command: readonly string[] }
  | { kind: 'suite'; name: string; config: string; projects?: readonly string[] }

/** What `npm test` runs, in this order. All run, even after a failure. */
export const steps: readonly Step[] = [
  { kind: 'check', name: 'format and lint (biome)', command: ['biome', 'check', '.'] },
  {
    kind: 'check',
    name: 'lint with types (oxlint)',
    command: ['oxlint', '--type-aware', '--quiet', '-D', 'typescript/no-floating-promises'],
  },
  { kind: 'check', name: 'types (tsc)', command: ['tsc', '-b'] },
  { kind: 'suite', name: 'unit, house, workerd, contract', config: 'test/vitest.config.ts' },
  {
    kind: 'check',
    name: 'the Worker under blows, short form',
    command: ['node', '--disable-warning=ExperimentalWarning', 'test/load/short.ts'],
  },
  {
    kind: 'check',
    name: 'the ledger tampered with, short form',
    command: [
      'node',
      '--disable-warning=ExperimentalWarning',
      'test/tamper/tamper.ts',
      '--places',
      '5',
      '--most',
      '40',
      '--bits',
      '5',
    ],
  },
  {
    kind: 'check',
    name: 'rule sets on trial in 128 MB, short form',
    command: ['node', '--disable-warning=ExperimentalWarning', 'test/load/admission.ts', '2'],
  },
  { kind: 'check', name: 'build the extension', command: ['wxt', 'build', '-c', 'extension/wxt.config.ts'] },
  { kind: 'suite', name: 'end to end (Chromium)', config: 'test/e2e/vitest.config.ts' },
  {
    kind: 'check',
    name: 'Firefox ESR, short form',
    command: ['node', '--disable-warning=ExperimentalWarning', 'test/firefox/firefox.ts', '--short'],
  },
]
