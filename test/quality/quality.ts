import { compileRuleSet } from '#shared/ruleset/compile.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import { measureRecall } from './recall.ts'

const recall = measureRecall(compileRuleSet(starterRuleSet), 1, 1)
for (const { kind, planted, found, missed } of recall) {
  console.log(kind.check, kind.name, kind.severity, found, '/', planted)
  for (const m of missed) console.log('    ', m.slice(0, 200))
}
