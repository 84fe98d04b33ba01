import type { ZodType } from 'zod'

/**
 * Reads what a Worker answered that may be newer than this program (THREATS.md B25): fields that the schema does not know are left out, at any depth;
 * anything else that does not fit is a failure. What is hashed or signed inside an answer is a text or is compared with its hash afterwards, so that
 * nothing passes for whole that was cut here. Changes `value`.
 */
export function parseKnown<T>(schema: ZodType<T>, value: unknown) {
  // A field that goes may uncover another: a union names what it does not know only for the member that fits best.
  for (;;) {
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed
    const unknown = parsed.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? [{ at: issue.path, keys: issue.keys }] : [],
    )
    if (unknown.length < parsed.error.issues.length) return parsed
    for (const { at, keys } of unknown) for (const key of keys) delete inside(value, at)[key]
  }
}

function inside(value: unknown, path: readonly PropertyKey[]): Record<PropertyKey, unknown> {
  return path.reduce<Record<PropertyKey, unknown>>(
    (at, key) => at[key] as Record<PropertyKey, unknown>,
    value as Record<PropertyKey, unknown>,
  )
}
