import * as z from 'zod'
import { Sha256 } from '../../draft/draft.ts'

/** Id of a bureau: part of every credential, so only what needs no escaping. */
export const TenantId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,38}[a-z0-9]$/, '应为 3 至 40 个小写字母、数字或连字符，以字母开头，不以连字符结尾')
/** Id that the Worker makes. */
export const Id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, '应为 1 至 64 个字母、数字或连字符')
export const At = z.iso.datetime({ precision: 3 })
/** Version of a rule set, `v31`. `v0` is the one that the code ships with. */
export const Version = z.string().regex(/^v(0|[1-9]\d{0,8})$/, '应为 v 加数字，如 v12')
/** Words of a person: a reason, a comment. */
export const Words = z.string().trim().max(4000)
export const Name = z.string().trim().min(1).max(100)
/** The client's clock. Kept as a claim; nothing is decided by it. */
export const ClientAt = z.iso.datetime().nullable()

/** A member, by the name of now. */
export const Person = z.strictObject({ id: Id, name: Name })

export const ById = z.strictObject({ id: Id })
export const Empty = z.strictObject({})

/** Cursor paging: `after` is the `next` of the page before. */
export const Paging = {
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}
export function pageOf<S extends z.ZodType>(item: S) {
  return z.strictObject({ items: z.array(item), next: z.string().max(200).nullable() })
}

/** Proof that a write is in the ledger: the entry's own JSON, and a C2SP `tlog-proof` to a signed checkpoint. */
export const Receipt = z.strictObject({
  /** Place in the ledger. */
  seq: z.int().nonnegative(),
  /** The entry as `shared/ledger/entry.ts` has it. */
  entry: z.record(z.string(), z.unknown()),
  proof: z.string().max(200_000),
})
export type Receipt = z.infer<typeof Receipt>

export { Sha256 }
