import * as z from 'zod'
import { CivilDate } from '../calendar/civil-date.ts'

/** 公开属性: 主动公开, 依申请公开, 不予公开. */
export const DisclosureClass = z.enum(['proactive', 'on-request', 'withheld'])
export type DisclosureClass = z.infer<typeof DisclosureClass>

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, '应为 SHA-256：64 个小写十六进制字符')

/** 附件 as the CMS lists it. `size` in bytes; `null` where it could not be learnt, which is never the same as zero. */
export const Attachment = z.strictObject({
  name: z.string().max(1000),
  size: z.int().nonnegative().nullable(),
  sha256: Sha256.nullable(),
  url: z.string().max(4000).nullable(),
})
export type Attachment = z.infer<typeof Attachment>

/** The five forms of 政策解读 that the bureau's page template has slots for. */
export const InterpretationForm = z.enum(['text', 'image', 'video', 'interview', 'media'])
export type InterpretationForm = z.infer<typeof InterpretationForm>

/**
 * 政策解读 linked to the draft. `draft`: written, not yet published. `planned`: an interpretation plan (解读方案) with a
 * due date; it counts only when `dueOn` is given (国办发〔2016〕80号: 同步组织、同步审签、同步部署).
 */
export const Interpretation = z.strictObject({
  form: InterpretationForm,
  status: z.enum(['published', 'draft', 'planned']),
  title: z.string().max(1000),
  url: z.string().max(4000).nullable(),
  dueOn: CivilDate.nullable(),
})
export type Interpretation = z.infer<typeof Interpretation>

/**
 * Something that was not looked at. Shown to the editor, and never counted as 通过. Both sentences are Chinese.
 * With `rule`: only that rule could not judge, because what it compares with was not given; without: a part of the
 * draft itself was not read, which holds the draft until a person confirms it by name. `gone`: what the site profile names is not in
 * the page any more (适配失效); nobody can have looked at it there, so no confirmation helps.
 */
export const Unread = z.strictObject({
  what: z.string().max(1500),
  why: z.string().max(500),
  rule: z.string().max(200).optional(),
  gone: z.literal(true).optional(),
})
export type Unread = z.infer<typeof Unread>

/** The largest body that is read, in UTF-16 units. A longer one is refused with a sentence, never cut. */
export const MAX_BODY = 10_000_000

const words = (most: number) => z.string().max(most).brand<'DraftText'>()
/**
 * Words of a draft that came from outside: what parsing {@link Draft} gives for them. A string like any other to whoever reads it; but the Worker's
 * log has no field that takes one.
 */
export type DraftText = z.output<ReturnType<typeof words>>

/**
 * 稿件: what an editor is about to publish, as plain data.
 *
 * `null` in a field means that the page has no such field or that it was not read (then `unread` says so); an empty
 * string or list means that it was read and is empty.
 */
export const Draft = z.strictObject({
  /** Absolute URL that relative links are resolved against: the public site, not the back office. */
  site: z.string().max(4000),
  title: words(10_000),
  documentNumber: z.string().max(1000).nullable(),
  channel: z.string().max(1000).nullable(),
  disclosureClass: DisclosureClass.nullable(),
  /** 成文日期 (the CMS calls it 公文生成日期). */
  datedOn: CivilDate.nullable(),
  department: z.string().max(1000).nullable(),
  /** 来源 of a reprint, as the CMS field has it. */
  source: z.string().max(1000).nullable(),
  body: z.strictObject({ format: z.enum(['html', 'text']), source: words(MAX_BODY) }),
  attachments: z.array(Attachment).max(1000).nullable(),
  interpretations: z.array(Interpretation).max(200).nullable(),
  unread: z.array(Unread).max(1000),
})
/** As it is made: plain strings. */
export type Draft = z.input<typeof Draft>
