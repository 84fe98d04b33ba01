import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import { cleanDrafts } from '../../../worker/services/clean-drafts.ts'
import { type Bureau, must, once, type Site } from '../../contract/actors.ts'
import { type BadRuleSet, badRuleSets, proposeText, refusalFault } from '../../contract/bad-rulesets.ts'
import { LARGEST, largestWords } from './large.ts'

/** How many proposals were made, and what was wrong with the answers. */
export interface Judged {
  asked: number
  faults: string[]
}

const said = { severity: 'review' as const, basis: '规定', advice: '改正' }
const setOf = (list: object): object => ({ ...starterRuleSet, terms: [list] })

/** Every kind of bad rule set, each time somewhere else among good lists: refused with path, line and what was expected. */
export async function refuseBad(site: Site, { admin }: Bureau, rounds: number): Promise<Judged> {
  const faults: string[] = []
  const bad = Array.from({ length: rounds }, (_, at) =>
    badRuleSets({ before: (at * 5) % 9, behind: (at * 7) % 6 }),
  ).flat()
  for (const one of bad) {
    const fault = refusalFault(one, await proposeText(site, admin.token, one.ruleset))
    if (fault !== null) faults.push(`${one.name}: ${fault}`)
  }
  return { asked: bad.length, faults }
}

/** A list that flags four of the twenty clean documents is taken, one that flags five is not: the bar is a fifth. */
export async function judgeShare(site: Site, { admin }: Bureau): Promise<Judged> {
  const flagging = (count: number): object => {
    const terms = cleanDrafts.slice(0, count).map(({ title }) => ({ term: title }))
    return setOf({ id: 'bureau/share', title: '份额', ...said, terms, finds: [terms[0]!.term], passes: ['没有'] })
  }
  const most = Math.floor(cleanDrafts.length / 5)
  const taken = await proposeText(site, admin.token, flagging(most))
  const refused: BadRuleSet = {
    ...{
      name: 'over a fifth',
      ruleset: flagging(most + 1),
      path: 'ruleset.terms[0]',
      marker: '{\n    "id": "bureau/share"',
    },
    says: new RegExp(`命中 ${most + 1} 份.*上限是五分之一`),
  }
  const fault = refusalFault(refused, await proposeText(site, admin.token, refused.ruleset))
  const faults =
    taken.status === 201
      ? []
      : [`${most} of ${cleanDrafts.length} flagged: got ${taken.status} ${taken.text.slice(0, 200)}`]
  return { asked: 2, faults: fault === null ? faults : [...faults, `${most + 1} flagged: ${fault}`] }
}

/** One term too many, one byte too many, and as many bytes without saying how many. */
export async function judgeSize(site: Site, { admin }: Bureau): Promise<Judged> {
  const faults: string[] = []
  const terms = largestWords(LARGEST + 1).map((term) => ({ term }))
  const list = { id: 'bureau/large', title: '大词表', ...said, terms, finds: ['错0词'], passes: ['没有'] }
  const many = await admin.call('rulesets.propose', {
    body: { ruleset: setOf(list) as never, note: 'n' },
    idempotencyKey: once(),
  })
  const first = many.kind === 'problem' ? many.problem.faults?.[0] : undefined
  if (first?.path !== 'ruleset.terms[0].terms' || !/^第 \d+ 行：.*最多 200000/.test(first.message))
    faults.push(`${LARGEST + 1} terms: got ${JSON.stringify(first ?? many.kind)}`)
  const most = 8 * 1024 * 1024
  for (const [name, size, code] of [
    ['8 MiB', most, 'invalid-request'],
    ['8 MiB and a byte', most + 1, 'too-large'],
  ] as const)
    for (const isChunked of [false, true]) {
      const answer = await post(site, admin.token, size, isChunked)
      if (answer !== code) faults.push(`${name}${isChunked ? ' in chunks' : ''}: wanted ${code}, got ${answer}`)
    }
  return { asked: 5, faults }
}

/** Posts a body of exactly so many bytes, with its length or in chunks without, and answers with the refusal's code. */
async function post(site: Site, token: string, size: number, isChunked: boolean): Promise<string> {
  const bytes = new TextEncoder().encode(`{"note":"${'a'.repeat(size - 11)}"}`)
  const body = isChunked ? new Blob([bytes]).stream() : bytes
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': once() }
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
  const answer = await fetch(`${site.base}/v1/rulesets`, init)
  return ((await answer.json()) as { code: string }).code
}

/** What must be taken, or the refusals prove nothing: the set that ships, and one with good lists of every kind. */
export async function takeGood(site: Site, { admin }: Bureau): Promise<Judged> {
  const list = {
    id: 'bureau/good',
    title: '好词表',
    ...said,
    terms: [{ term: '试用错词' }],
    finds: ['试用错词'],
    passes: ['没有'],
  }
  const pattern = {
    id: 'bureau/shape',
    title: '好句式',
    ...said,
    pattern: '编号-\\d{3}',
    finds: ['编号-123'],
    passes: ['编号'],
  }
  const sets = [starterRuleSet, { ...starterRuleSet, terms: [list], patterns: [pattern] }]
  const seen = await Promise.all(sets.map((ruleset) => proposeText(site, admin.token, ruleset)))
  must(await admin.call('rulesets.list', { query: {} }))
  return {
    asked: sets.length,
    faults: seen.filter(({ status }) => status !== 201).map(({ text }) => text.slice(0, 300)),
  }
}
