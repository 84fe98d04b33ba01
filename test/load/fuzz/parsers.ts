import { FileRefusal } from '#shared/attachments/file-refusal.ts'
import { writeSpreadsheet } from '#shared/attachments/spreadsheet-write.ts'
import { openCheckpoint, parseCheckpointText } from '#shared/ledger/checkpoint.ts'
import { parseKey } from '#shared/ledger/note.ts'
import { parseProof } from '#shared/ledger/proof.ts'
import { readTerms } from '#shared/ruleset/import/read-terms.ts'
import { formatTermFile, formatTermRows } from '#shared/ruleset/import/term-file.ts'
import { loadRuleSet, serialiseRuleSet } from '#shared/ruleset/load.ts'
import { dignity } from '#shared/ruleset/packs/dignity.ts'
import { quanzhou } from '#shared/ruleset/packs/quanzhou.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import type { Term } from '#shared/ruleset/term-list.ts'
import { noteOver, signer } from '../../support/ledgers.ts'
import { type FuzzFigures, timed } from './figures.ts'
import { mutateBytes, mutateText } from './mutate.ts'

type Random = (below: number) => number

const TERMS: Term[] = [
  { term: '登陆网站', instead: '登录网站' },
  { term: '领导班子“调整”', except: ['领导班子“调整”工作'] },
  { term: '帐号,密码', instead: '账号、密码' },
]
const FILES = [
  new TextEncoder().encode(`\uFEFF${formatTermFile(TERMS)}`),
  new TextEncoder().encode('登陆\t登录\n帐号 => 账号\n\n部份→部分\n'),
  new TextEncoder().encode('错误写法,改为,例外,同现,排除\r\n"调,整",,甲乙|丙丁,同句:涉嫌/抓获,近20后:释放\r\n'),
  writeSpreadsheet('词表', formatTermRows(TERMS)),
]
const RULES = serialiseRuleSet({ ...starterRuleSet, terms: [dignity], rosters: [quanzhou] })
const own = signer(1)
const NOTE = noteOver(['一', '二', '三'], own)
const PROOF = `c2sp.org/tlog-proof@v1\nindex 1\n${'A'.repeat(43)}=\n\n${NOTE}`

/** Everything that reads what somebody sent, without a network between: each may refuse in the way it says, and nothing else. */
const PARSERS: readonly { name: string; share: number; run: (random: Random, figures: FuzzFigures) => void }[] = [
  {
    name: 'term files: CSV, text, .xlsx',
    share: 5,
    run: (random) => {
      try {
        readTerms(mutateBytes(FILES[random(FILES.length)]!, random))
      } catch (error) {
        if (!(error instanceof FileRefusal)) throw error
      }
    },
  },
  { name: 'rule sets', share: 1, run: (random) => void loadRuleSet(mutateText(RULES, random)) },
  {
    name: 'proofs, notes, keys',
    share: 4,
    run: (random, figures) => {
      const proof = parseProof(mutateText(PROOF, random))
      const note = mutateText(proof?.checkpoint ?? NOTE, random)
      const head = openCheckpoint(note, own.key)
      // Somebody else's signature line more or less is no forgery; another text is.
      if (head && !note.startsWith(NOTE.slice(0, NOTE.indexOf('\n\n')))) figures.forged += 1
      parseCheckpointText(note)
      parseKey(mutateText(own.keyLine, random))
    },
  },
]

/** Runs `count` inputs through the parsers, in their shares. */
export async function fuzzParsers(count: number, random: Random, figures: FuzzFigures): Promise<void> {
  const wheel = PARSERS.flatMap((parser) => Array<typeof parser>(parser.share).fill(parser))
  for (let i = 0; i < count; i++) {
    const { name, run } = wheel[i % wheel.length]!
    try {
      await timed(figures, name, () => run(random, figures))
    } catch (error) {
      figures.crashes += 1
      console.log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    }
  }
}
