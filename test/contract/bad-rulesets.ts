import { Problem } from '#shared/api/problem.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import type { Site } from './actors.ts'
import { ask, type Seen } from './cell.ts'

/** A rule set that must be refused: at which path, on which line of its JSON, and with what sentence. */
export interface BadRuleSet {
  readonly name: string
  readonly ruleset: object
  readonly path: string
  /** Stands on the line that must be named. */
  readonly marker: string
  readonly says: RegExp
}

/** Proposes a rule set as JSON with a line for each value. */
export async function proposeText(site: Site, token: string, ruleset: object): Promise<Seen & { sent: string }> {
  const sent = JSON.stringify({ ruleset, note: '试改' }, null, 1)
  return { ...(await ask(site, 'rulesets.propose', { token, text: sent })), sent }
}

/** What is wrong with a refusal; null where it names path, line and what was expected. */
export function refusalFault({ path, marker, says }: BadRuleSet, seen: Seen & { sent: string }): string | null {
  const problem = Problem.safeParse(JSON.parse(seen.text))
  if (seen.status !== 422 || problem.data?.code !== 'ruleset-refused') return `got ${seen.status} ${seen.code}`
  const line = seen.sent.slice(0, seen.sent.indexOf(marker)).split('\n').length
  const fault = problem.data.faults?.find((one) => one.path === path)
  if (!fault) return `no fault at ${path}, but at ${problem.data.faults?.map((one) => one.path)}`
  if (!fault.message.startsWith(`第 ${line} 行：`)) return `wanted line ${line}, got ${fault.message.slice(0, 40)}`
  return says.test(fault.message) ? null : `wanted ${says}, got ${fault.message}`
}

interface Place {
  /** Good lists before and behind the bad one. */
  readonly before: number
  readonly behind: number
}

/** Where the bad list begins: a list without a fault in any single value is named by its first line. */
const OPENING = '{\n    "id": "bureau/bad"'

const said = { severity: 'review', basis: '本局规定', advice: '请改正' }
const good = (at: number) => ({
  ...{ id: `bureau/good-${at}`, title: `好词表 ${at}`, ...said },
  ...{ terms: [{ term: `错词${at}号` }], finds: [`这里有错词${at}号。`], passes: ['这里没有。'] },
})
const goodPattern = (at: number) => ({
  ...{ id: `bureau/shape-${at}`, title: `好句式 ${at}`, ...said },
  ...{ pattern: `编号${at}-\\d{3}`, finds: [`编号${at}-123`], passes: ['没有编号'] },
})
const bad = {
  id: 'bureau/bad',
  title: '坏词表',
  ...said,
  terms: [{ term: '试用错词' }],
  finds: ['这里有试用错词。'],
  passes: ['这里没有。'],
}
const badPattern = { id: 'bureau/bad', title: '坏句式', ...said, finds: ['x'], passes: ['y'] }

/** A rule set with a word list among good ones. */
function listed(list: object, { before, behind }: Place): object {
  const terms = [...numbered(before, good), list, ...numbered(behind, (at) => good(before + at))]
  return { ...starterRuleSet, terms }
}

function shaped(pattern: object, { before, behind }: Place): object {
  const patterns = [...numbered(before, goodPattern), pattern, ...numbered(behind, (at) => goodPattern(before + at))]
  return { ...starterRuleSet, patterns }
}

function numbered(count: number, make: (at: number) => object): object[] {
  return Array.from({ length: count }, (_, at) => make(at))
}

/** Patterns that no office can be given, each with what is wrong. */
const PATTERNS: readonly (readonly [string, string, RegExp])[] = [
  ['matches the empty text', '(?:)', /空文字/],
  ['matches one character', '的', /一个字/],
  ['has no anchor', '..', /没有一定出现的字/],
  ['explodes when unrolled', '甲乙(丙{1,100}){1,100}', /写法不对|步/],
  ['is over 500 steps', '甲乙(丙丁戊己庚辛壬癸){70}', /展开后有 \d+ 步/],
  ['looks around', '(?<=甲)乙丙', /写法不对/],
  ['refers back', '(甲乙)\\1', /写法不对/],
  ['has a bare \\s', '甲\\s乙', /\\s|空白/],
  ['has a bare \\b', '\\b甲乙', /\\b|边界/],
  ['is not closed', '甲乙(', /写法不对/],
]

/** One rule set for every reason to refuse, the bad thing at `place` among good ones. */
export function badRuleSets(place: Place): BadRuleSet[] {
  const at = `ruleset.terms[${place.before}]`
  const list = (name: string, more: object, path: string, marker: string, says: RegExp): BadRuleSet => {
    return { name, ruleset: listed({ ...bad, ...more }, place), path: `${at}${path}`, marker, says }
  }
  const patterns = PATTERNS.map(([name, pattern, says]): BadRuleSet => {
    const ruleset = shaped({ ...badPattern, pattern }, place)
    const path = `ruleset.patterns[${place.before}].pattern`
    return { name: `a pattern that ${name}`, ruleset, path, marker: `"pattern": ${JSON.stringify(pattern)}`, says }
  })
  return [
    list(
      'a list that misses its example',
      { finds: ['没有那个词。'] },
      '.finds[0]',
      '没有那个词。',
      /应当命中，但没有命中/,
    ),
    list(
      'a list that hits what must pass',
      { passes: ['又是试用错词。'] },
      '.passes[0]',
      '又是试用错词。',
      /不应命中，却命中了/,
    ),
    list(
      'a list that marks the wrong place',
      { finds: ['[[这里]]有试用错词。'] },
      '.finds[0]',
      '[[这里]]',
      /位置不对，应为/,
    ),
    list('a list without examples', { finds: [] }, '.finds', '"finds": []', /至少/),
    list(
      'a term of one character',
      { terms: [{ term: '的' }], finds: ['的'] },
      '.terms[0].term',
      '"term": "的"',
      /至少 2|一个字/,
    ),
    list(
      'a term of ordinary prose',
      { terms: [{ term: '工作' }], finds: ['工作'] },
      '.terms[0].term',
      '"term": "工作"',
      /每万字命中 \d+ 次，上限 1 次/,
    ),
    list(
      'a list that flags clean documents',
      { terms: [{ term: '学校' }], finds: ['学校'] },
      '',
      OPENING,
      /命中 \d+ 份.*上限是五分之一/,
    ),
    list('an unknown field', { colour: 1 }, '', OPENING, /不认识的键：colour/),
    list('an unknown severity', { severity: 'fatal' }, '.severity', '"severity": "fatal"', /block|只能|应为/),
    ...patterns,
  ]
}
