/** The version that this code writes. */
export const CURRENT = 1

type Step = (old: Record<string, unknown>) => Record<string, unknown>

/** One step from each earlier version to the next. Version 1 is the first. */
const STEPS: Readonly<Record<number, Step>> = {}

/** Brings a rule set of any earlier version to the current one. A later version is refused: what it means is not known here. */
export function migrate(value: unknown): { value: unknown; refusal: string | null } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { value, refusal: null }
  let set = value as Record<string, unknown>
  const { v } = set
  if (typeof v !== 'number' || !Number.isInteger(v) || v < 1)
    return { value, refusal: '缺少规则集版本，应为 1 起的整数' }
  if (v > CURRENT) return { value, refusal: `规则集版本 ${v} 比本程序（${CURRENT}）新，请先升级程序` }
  for (let version = v; version < CURRENT; version += 1) set = STEPS[version]!(set)
  return { value: set, refusal: null }
}
