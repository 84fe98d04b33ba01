import { conclude } from '../../load/stand.ts'
import { buildDemoExtension } from '../../start/build.ts'
import { type Attempt, Attempts } from './attempt.ts'
import { GateBench } from './bench.ts'
import { ways } from './ways.ts'

/** `npm run test:gate [-- words of a way]`: every way in TinyMCE and in a text area, on both manners of CMS, and the table of what became of each. */
const wanted = process.argv.slice(2).join(' ')
const chosen = ways.filter(({ name }) => name.includes(wanted))
const columns = (['own', 'combined'] as const).flatMap((manner) =>
  (['tinymce', 'textarea'] as const).map((editor) => ({ manner, editor })),
)

await buildDemoExtension()
const bench = await GateBench.open()
const seen = new Map<string, Attempt[]>(chosen.map(({ name }) => [name, []]))
try {
  for (const { manner, editor } of columns) {
    await bench.use(manner)
    const attempts = new Attempts(bench, manner, editor)
    for (const way of chosen) {
      const attempt = await attempts.try(way)
      seen.get(way.name)!.push(attempt)
      const wrong = attempt.seen !== way.stated[manner] || attempt.faults.length > 0
      if (wrong)
        console.log(
          `SHORT ${manner} ${editor} ${way.name}: ${attempt.seen}, stated ${way.stated[manner]}`,
          attempt.faults,
        )
    }
    await attempts.leave()
  }
} finally {
  await bench.close()
}

const heads = columns.map(({ manner, editor }) => `${manner} ${editor}`.padEnd(18))
console.log(`\n${'way'.padEnd(52)} ${heads.join(' ')}`)
for (const [name, attempts] of seen)
  console.log(`${name.padEnd(52)} ${attempts.map((one) => one.seen.padEnd(18)).join(' ')}`)
const tried = [...seen.entries()].flatMap(([name, attempts]) =>
  attempts.map((attempt, n) => ({
    attempt,
    stated: ways.find((way) => way.name === name)!.stated[columns[n]!.manner],
  })),
)
console.log('\nbar: each way ends as it is stated, the draft is whole after it, and 保存草稿 goes through')
conclude(
  'test:gate',
  {
    ways: chosen.length,
    tries: tried.length,
    'other than stated': tried.filter(({ attempt, stated }) => attempt.seen !== stated).length,
    'drafts not whole, saves not through': tried.filter(({ attempt }) => attempt.faults.length > 0).length,
  },
  { 'other than stated': 0, 'drafts not whole, saves not through': 0 },
)
