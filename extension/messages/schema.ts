import * as z from 'zod'
import { DocumentKind } from '#shared/draft/document-kind.ts'
import { Draft } from '#shared/draft/draft.ts'
import { InterpretationPlan } from '#shared/draft/interpretation-plan.ts'
import { Span } from '#shared/draft/span.ts'
import { ThreeSyncs } from '#shared/review/review.ts'
import { FieldReader, Profile, SurfaceKind } from '#shared/ruleset/profile.ts'
import { pageParts, type Taught } from './learning.ts'
import type { FromPage } from './messages.ts'
import type { LearningQuestions, PanelQuestions } from './panel.ts'
import type { ReviewQuestions } from './review.ts'

/** What the background lets in. Strict: a field that nobody asked for is a forged or foreign message. */
type SchemasOf<Questions extends Record<keyof Questions, { ask: unknown }>> = {
  [K in keyof Questions]: z.ZodType<Questions[K]['ask']>
}

const Empty = z.strictObject({})
const Count = z.int().nonnegative()
const Tab = z.int().nonnegative()
const Words = z.string().max(4000)
const Pin = z
  .string()
  .regex(/^\d{6,12}$/)
  .nullable()
const Origin = z.string().max(300)
const Id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/)

const Part = z.enum(pageParts)
const Selector = z.string().min(1).max(500)
const TaughtShape: z.ZodType<Taught> = z.strictObject({
  selector: Selector,
  shown: z.string().max(200),
  fragile: z.boolean(),
  how: z.discriminatedUnion('as', [
    z.strictObject({
      as: z.literal('field'),
      read: FieldReader.shape.read,
      words: Profile.shape.disclosureWords.nullable(),
    }),
    z.strictObject({ as: z.literal('body'), surface: SurfaceKind, format: z.enum(['html', 'text']) }),
    z.strictObject({ as: z.literal('list'), name: Selector, link: Selector.nullable(), size: Selector.nullable() }),
    z.strictObject({ as: z.literal('button') }),
  ]),
})
const ProfileId = Profile.shape.id

/** From a content script. */
export const pageSchemas: SchemasOf<FromPage> = {
  'page.connect': z.strictObject({ url: z.string().max(8000) }),
  'page.check': z.strictObject({ draft: Draft }),
  'page.marks': z.strictObject({}),
  'page.publish': z.strictObject({ draft: Draft, control: z.string().max(500) }),
  'page.held': z.strictObject({ draft: Draft.nullable(), way: z.string().max(100) }),
  'page.progress': z.strictObject({
    progress: z.strictObject({ done: Count, of: Count, bytes: Count }).nullable(),
  }),
  'page.touched': z.strictObject({ detail: z.string().max(2000) }),
  'learn.picked': z.strictObject({ part: Part.nullable(), taught: TaughtShape.nullable() }),
  'learn.recorded': z.strictObject({
    request: z.strictObject({
      method: z.string().max(20),
      url: z.url().max(8000),
      fields: z.record(z.string().max(300), z.string().max(10_000_000)).nullable(),
    }),
  }),
}

/** From our own pages. */
export const panelSchemas: SchemasOf<PanelQuestions & LearningQuestions & ReviewQuestions> = {
  'panel.check': z.strictObject({ tab: Tab }),
  'panel.reveal': z.strictObject({ tab: Tab, span: Span }),
  'panel.dispute': z.strictObject({ tab: Tab, key: z.string().max(500), reason: Words.min(1).nullable() }),
  'panel.classify': z.strictObject({ tab: Tab, kind: DocumentKind.nullable(), reason: Words }),
  'panel.plan': z.strictObject({ tab: Tab, plan: InterpretationPlan.nullable() }),
  'panel.links': z.strictObject({ tab: Tab }),
  'panel.confirm': z.strictObject({ tab: Tab, what: z.string().max(1500), on: z.boolean() }),
  'panel.submit': z.strictObject({ tab: Tab, words: Words }),
  'panel.withdraw': z.strictObject({ tab: Tab, reason: Words }),
  'panel.publish': z.strictObject({ tab: Tab }),
  'panel.emergency': z.strictObject({ tab: Tab, reason: Words.min(5) }),
  'panel.snapshots': z.strictObject({ tab: Tab }),
  'panel.restore': z.strictObject({ tab: Tab, id: z.string().max(100) }),
  'session.signIn': z.strictObject({ worker: z.string().max(300), invitation: z.string().min(1).max(300), pin: Pin }),
  'session.renew': z.strictObject({ pin: Pin }),
  'session.signOut': Empty,
  'site.connect': z.strictObject({ origin: Origin }),
  'site.disconnect': z.strictObject({ origin: Origin }),
  'site.list': Empty,
  'house.refresh': Empty,
  'outbox.discard': z.strictObject({ idem: z.string().max(200) }),
  'diagnostics.read': Empty,
  'learning.begin': z.strictObject({ tab: Tab }),
  'learning.pick': z.strictObject({ tab: Tab, part: Part.nullable() }),
  'learning.drop': z.strictObject({ tab: Tab, part: Part }),
  'learning.record': z.strictObject({ tab: Tab, what: z.enum(['publish', 'save']) }),
  'learning.skipSave': z.strictObject({ tab: Tab }),
  'learning.save': z.strictObject({ tab: Tab, name: z.string().max(100) }),
  'learning.cancel': z.strictObject({ tab: Tab }),
  'learning.reload': z.strictObject({ tab: Tab }),
  'profiles.list': Empty,
  'profiles.change': z.strictObject({
    id: ProfileId,
    name: z.string().trim().min(1).max(100).optional(),
    off: z.boolean().optional(),
  }),
  'profiles.remove': z.strictObject({ id: ProfileId }),
  'profiles.export': z.strictObject({ id: ProfileId }),
  'profiles.import': z.strictObject({ text: z.string().max(1_000_000) }),
  'profiles.publish': z.strictObject({ id: ProfileId }),
  'review.list': z.strictObject({ which: z.enum(['mine', 'open', 'all']) }),
  'review.read': z.strictObject({ id: Id }),
  'review.decide': z.strictObject({
    id: Id,
    version: z.int().positive(),
    contentHash: z.string().regex(/^[0-9a-f]{64}$/),
    level: z.enum(['first', 'second', 'final', 'confidentiality']),
    verdict: z.enum(['approve', 'return', 'refuse', 'refer']),
    gates: z.strictObject({
      political: z.boolean(),
      legal: z.boolean(),
      policy: z.boolean(),
      confidentiality: z.boolean(),
      wording: z.boolean(),
    }),
    threeSyncs: ThreeSyncs.nullable(),
    reason: Words,
    pin: Pin,
    answers: z
      .array(
        z.strictObject({
          finding: z.int().nonnegative(),
          answer: z.enum(['fixed', 'false-positive', 'accepted']),
          because: Words,
        }),
      )
      .max(10_000),
  }),
  'review.comment': z.strictObject({ id: Id, text: Words.min(1) }),
  'review.links': z.strictObject({ id: Id }),
  'review.evidence': z.strictObject({ id: Id }),
}
