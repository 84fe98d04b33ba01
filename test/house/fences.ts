/**
 * The allow-table of folders: what the source files of a folder may import besides themselves. A folder is matched by its longest
 * prefix here. `shared` arrows go down only (ARCHITECTURE.md §4); tests beside a source are free.
 */
export const fences: Readonly<Record<string, readonly string[]>> = {
  'shared/calendar': [],
  'shared/text': [],
  'shared/ledger': [],
  'shared/draft': ['shared/text', 'shared/calendar'],
  'shared/attachments': ['shared/text', 'shared/draft'],
  'shared/rules': ['shared/draft', 'shared/text', 'shared/attachments', 'shared/calendar'],
  'shared/ruleset': ['shared/rules', 'shared/draft', 'shared/text', 'shared/attachments', 'shared/calendar'],
  'shared/review': ['shared/rules', 'shared/draft', 'shared/calendar'],
  'shared/api': ['shared/review', 'shared/ruleset', 'shared/rules', 'shared/draft', 'shared/calendar', 'shared/ledger'],

  'extension/platform': ['shared', 'extension/messages'],
  'extension/messages': ['shared', 'extension/gate/verdict.ts', 'extension/platform'],
  'extension/adapters': ['shared', 'extension/messages'],
  'extension/gate': ['shared', 'extension/messages', 'extension/adapters', 'extension/platform'],
  'extension/picker': ['shared', 'extension/messages', 'extension/adapters', 'extension/gate'],
  'extension/background': [
    'shared',
    'extension/messages',
    'extension/platform',
    'extension/gate',
    'extension/adapters/profiles',
  ],
  'extension/panel': ['shared', 'extension/messages', 'extension/platform'],
  'extension/review': ['shared', 'extension/messages', 'extension/platform'],
  'extension/options': ['shared', 'extension/messages', 'extension/platform'],
  extension: ['shared', 'extension'],

  'worker/http': ['shared', 'worker'],
  'worker/routes': ['shared', 'worker/services', 'worker/http'],
  'worker/tenant': ['shared', 'worker/services'],
  worker: ['shared', 'worker'],

  test: ['shared', 'extension', 'worker', 'test'],
}

/** Packages that only these folders may import. */
export const doors: Readonly<Record<string, readonly string[]>> = {
  'webextension-polyfill': ['extension/platform'],
  '@wxt-dev/webextension-polyfill': ['extension/platform'],
  'cloudflare:workers': ['worker/tenant', 'worker/index.ts'],
}

/** The longest line of the table that `path` lies under. */
export function fenceOf(path: string): string | undefined {
  return Object.keys(fences)
    .filter((folder) => path.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0]
}
