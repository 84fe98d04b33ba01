import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoExtension } from '../../start/build.ts'
import { eventually } from '../../support/eventually.ts'
import { type LossyLine, openLine } from '../../support/lossy-line.ts'
import { randomFrom } from '../../tamper/random.ts'
import { must } from '../stage/member.ts'
import { type Stage, setStage } from '../stage/stage.ts'
import { KilledEditor } from './editor.ts'

interface Plan {
  /** Of both editors' browsers together: half while they queue, half while they send. */
  kills: number
  /** Of both editors together. */
  submissions: number
  seed: number
  told(line: string): void
}

export interface Figures {
  kills: number
  queued: number
  'answers lost': number
  'questions doubled': number
  'acknowledged by the browser and lost': number
  'not arrived': number
  'arrived more than once': number
  'out of order': number
  'sent before signing in again': number
  'seconds to drain': number
}

/** What the ledger has of these keys by this person, in its order. */
async function arrived({ bureau }: Stage, actor: string, keys: ReadonlySet<string>): Promise<string[]> {
  const found: string[] = []
  const { size } = must(await bureau.admin('ledger.checkpoint', {}))
  for (let from = 0; from < size; from += 1000) {
    const { entries } = must(await bureau.admin('ledger.entries', { query: { from, to: Math.min(size, from + 1000) } }))
    for (const entry of entries)
      if (entry.actor === actor && keys.has(String(entry.idem))) found.push(String(entry.idem))
  }
  return found
}

/** Queues while nobody answers, killed in between. Answers the keys that stand on disk at the end. */
async function queueAll(editor: KilledEditor, count: number, kills: number, figures: Figures): Promise<string[]> {
  let stored: string[] = []
  for (let life = 0; life <= kills; life += 1) {
    const submit = await editor.openArticle()
    const target = Math.round(((life + 1) * count) / (kills + 1))
    let acknowledged = stored.length
    while (acknowledged < target) {
      const n = acknowledged + 1
      await submit(`市直各学校：\n\n请于${1 + (n % 28)}日前报送第${n}号材料。`)
      acknowledged += 1
    }
    if (life < kills) {
      // One more is on its way when the browser dies: it may be on disk or not, and either is right.
      void submit('市直各学校：\n\n请报送。').catch(() => {})
      await editor.kill()
      figures.kills += 1
      await editor.start()
    }
    stored = await editor.queued()
    figures['acknowledged by the browser and lost'] += Math.max(0, acknowledged - stored.length)
  }
  return stored
}

/** Sends over the bad line, killed in between after a few questions more. */
async function sendAll(
  editor: KilledEditor,
  line: LossyLine,
  kills: number,
  random: (below: number) => number,
  figures: Figures,
) {
  for (let life = 0; life < kills; life += 1) {
    const until = line.counts.questions + 5 + random(15)
    void editor.signInAgain().catch(() => {})
    await eventually(
      () => line.counts.questions,
      (count) => count >= until,
      20_000,
    )
    await editor.kill()
    figures.kills += 1
    await editor.start()
  }
}

/** Two editors, one of whom needs a PIN after every restart; the bar is that all arrive once and in order. */
export async function playKills({ kills, submissions, seed, told }: Plan): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'menxia-kill-stage-'))
  const stage = await setStage({ folder, demoPort: 0, workerPort: 0 })
  const line = await openLine(stage.worker.origin, seed)
  const random = randomFrom(seed)
  const figures: Figures = {
    ...{ kills: 0, queued: 0, 'answers lost': 0, 'questions doubled': 0 },
    ...{ 'acknowledged by the browser and lost': 0, 'not arrived': 0, 'arrived more than once': 0, 'out of order': 0 },
    ...{ 'sent before signing in again': 0, 'seconds to drain': 0 },
  }
  const editors: KilledEditor[] = []
  try {
    for (const needsPin of [false, true])
      editors.push(await KilledEditor.seat(stage, line.origin, demoExtension, needsPin))
    const each = { kills: Math.ceil(kills / 4), count: Math.ceil(submissions / 2) }
    for (const editor of editors) {
      line.state = 'closed'
      const keys = await queueAll(editor, each.count, each.kills, figures)
      figures.queued += keys.length
      told(`${keys.length} queued, ${figures.kills} kills`)
      line.state = 'lossy'
      if (editor.needsPin) {
        await editor.ask('house.refresh', {})
        figures['sent before signing in again'] += (await arrived(stage, editor.id, new Set(keys))).length
      }
      await sendAll(editor, line, each.kills, random, figures)
      const from = performance.now()
      await eventually(
        async () => {
          await editor.signInAgain().catch(() => {})
          return (await editor.queued()).length
        },
        (waiting) => waiting === 0,
        120_000,
      )
      figures['seconds to drain'] = Math.max(figures['seconds to drain'], Math.round((performance.now() - from) / 1000))
      const found = await arrived(stage, editor.id, new Set(keys))
      const once = [...new Set(found)]
      figures['not arrived'] += keys.filter((key) => !once.includes(key)).length
      figures['arrived more than once'] += found.length - once.length
      figures['out of order'] += once.filter((key, n) => key !== keys.filter((one) => once.includes(one))[n]).length
      told(`${once.length} arrived, ${figures.kills} kills`)
      await editor.kill()
    }
    figures['answers lost'] = line.counts.lost
    figures['questions doubled'] = line.counts.doubled
    return figures
  } finally {
    for (const editor of editors) await editor.kill()
    await line.close()
    await stage.close()
  }
}

/** What must be nothing. */
export const bar = {
  'acknowledged by the browser and lost': 0,
  'not arrived': 0,
  'arrived more than once': 0,
  'out of order': 0,
  'sent before signing in again': 0,
} as const
