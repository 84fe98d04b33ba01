import { RE2JS } from 're2js'
import * as z from 'zod'
import type { Example, Hit, NotJudged, Rule } from '../rules/rule.ts'
import { type Place, spanOf } from '../rules/text-view.ts'
import { fold } from '../text/fold.ts'
import { normalise } from '../text/normalise.ts'
import { RuleData } from './common.ts'
import { PatternRefusal, type Shape, shapeOf } from './pattern-shape.ts'
import { scoped } from './scope.ts'
import { isOutOfZone } from './term-list.ts'

/** 句式: a pattern that an admin writes. RE2 syntax, linear in every runtime; on the plain view, letter case ignored. */
export const Pattern = z.strictObject({
  ...RuleData.shape,
  pattern: z
    .string()
    .min(1)
    .max(1000)
    .superRefine((pattern, context) => {
      const message = patternFault(pattern)
      if (message !== null) context.addIssue({ code: 'custom', message })
    }),
  /** Phrases in which a match is right. */
  except: z.array(z.string().min(2).max(64)).max(200).optional(),
})
export type Pattern = z.infer<typeof Pattern>

/** Instructions of the compiled program: bounds the work per character. */
const MOST_INSTRUCTIONS = 500
/** One search is linear in the text, all of them together are not: each may read to the end of the block again. */
const MOST_MATCHES = 100
const META = /[\\^$.|?*+()[\]{}]/

/** Why a pattern is not accepted, in Chinese; null where it is. Total: any string gets an answer. */
export function patternFault(pattern: string): string | null {
  if (pattern.length > 1000) return '超过 1,000 个字符，请拆成几条'
  try {
    const shape = shapeOf(folded(pattern))
    const program = RE2JS.compile(folded(pattern), RE2JS.CASE_INSENSITIVE)
    if (program.programSize() > MOST_INSTRUCTIONS)
      return `展开后有 ${program.programSize()} 步，超过 ${MOST_INSTRUCTIONS}，请减少重复次数`
    if (shape.shortest === 0 || program.matcher('').find()) return '可以匹配空文字，会命中每一处'
    if (shape.shortest < 2) return '可以只匹配一个字，请至少写两个字'
    return shape.anchored ? null : '没有一定出现的字或字类，会命中几乎所有文字'
  } catch (error) {
    if (error instanceof PatternRefusal) return error.message
    return `写法不对（${error instanceof Error ? error.message : '未知'}）`
  }
}

/** The pattern in the characters of the plain view. ASCII stays: `\d` must not become `\D`. */
function folded(pattern: string): string {
  return [...pattern]
    .map((character) => {
      const form = character < '\u0080' ? character : fold(character)
      return form !== character && META.test(form) ? `\\${form}` : form
    })
    .join('')
}

/** The rule that a pattern is. The pattern must have passed `patternFault`. */
export function patternRule(data: Pattern): Rule {
  const program = RE2JS.compile(folded(data.pattern), RE2JS.CASE_INSENSITIVE)
  const literals = prefilterOf(shapeOf(folded(data.pattern)))
  const except = (data.except ?? []).map((phrase) => normalise(phrase, 'plain').text)
  const { id, title, severity, basis, advice, scope, finds, passes } = data
  const rule: Rule = {
    id,
    title,
    severity,
    basis,
    advice,
    local: true,
    *check({ texts }) {
      for (const view of texts)
        for (const place of view.places)
          if (literals === null || literals.some((word) => place.text.includes(word))) yield* hitsIn(place)
    },
    finds: finds as readonly unknown[] as readonly [Example, ...Example[]],
    passes: passes as readonly unknown[] as readonly [Example, ...Example[]],
  }
  return scoped(rule, scope)

  function* hitsIn(place: Place): Generator<Hit | NotJudged> {
    const matcher = program.matcher(place.text)
    for (let matches = 0; matcher.find(); matches += 1) {
      if (matches === MOST_MATCHES) {
        yield { unread: `${title}（同一段第 ${MOST_MATCHES} 处以后）`, why: '命中太多，句式可能写得太宽，请告知管理员' }
        return
      }
      const [start, end] = [matcher.start(), matcher.end()]
      if (isOutOfZone(place, start, end, scope) || isCovered(place.text, start, end)) continue
      yield { ...spanOf(place, start, end), why: `符合句式“${data.pattern}”` }
    }
  }

  function isCovered(text: string, start: number, end: number): boolean {
    return except.some((phrase) => {
      for (
        let at = text.indexOf(phrase, Math.max(0, end - phrase.length));
        at >= 0 && at <= start;
        at = text.indexOf(phrase, at + 1)
      )
        if (end <= at + phrase.length) return true
      return false
    })
  }
}

/** Literals as the plain view has them: upper case, folded. One that folds to nothing makes the list useless. */
function prefilterOf({ literals }: Shape): readonly string[] | null {
  const words = literals?.map((word) => normalise(word, 'plain').text) ?? null
  return words === null || words.includes('') ? null : words
}
