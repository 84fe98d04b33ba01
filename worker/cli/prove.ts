import { prove as proveRules } from '#shared/rules/prove.ts'
import { compileRuleSet } from '#shared/ruleset/compile.ts'
import { RefusedRuleSet, readRuleSet } from './ruleset-file.ts'

/** `menxia prove [ruleset.json]`: every rule by its own examples. 0 all hold, 1 some broken, 2 the rule set was refused. */
export async function prove(argv: readonly string[]): Promise<number> {
  try {
    const { rules, version } = compileRuleSet(await readRuleSet(argv[0] ?? null))
    const broken = proveRules(rules)
    for (const { rule, path, sentence } of broken) console.error(`${rule} ${path}：${sentence}`)
    const examples = rules.reduce((sum, rule) => sum + rule.finds.length + rule.passes.length, 0)
    console.log(`规则集 ${version}：${rules.length} 条规则，${examples} 个例子，${broken.length} 个不成立`)
    return broken.length === 0 ? 0 : 1
  } catch (error) {
    if (!(error instanceof RefusedRuleSet)) throw error
    console.error(error.message)
    return 2
  }
}
