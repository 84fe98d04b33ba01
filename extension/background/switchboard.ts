import * as z from 'zod'
import { pageSchemas, panelSchemas } from '../messages/schema.ts'
import { answerWith, type Handler, Refused, type Sender } from '../messages/wire.ts'
import { browser, ownUrl } from '../platform/browser.ts'
import { sentences } from '../platform/text/background.ts'
import { answerLearning } from './answer-learning.ts'
import { answerPage, frameOf } from './answer-page.ts'
import { answerPanel } from './answer-panel.ts'
import { answerReview } from './answer-review.ts'
import type { Office } from './office.ts'

const Claimed = z.object({ url: z.string() })

/**
 * Lets a message in by who sent it, then by its shape. Our own pages may ask the panel's questions, content scripts the page's; a message of one kind
 * from the other place is nobody's. Nothing else reaches a handler.
 */
export function connectSwitchboard(office: Office): void {
  const panel = { ...answerPanel(office), ...answerLearning(office), ...answerReview(office) } as Record<
    string,
    (ask: never) => Promise<unknown>
  >
  const page = answerPage(office) as Record<string, (ask: never, from: never) => Promise<unknown>>

  answerWith((kind, sender): Handler | null => {
    if (sender.id !== browser.runtime.id) return null
    if (isOwnPage(sender)) {
      const answer = own(panel, kind)
      const schema = own(panelSchemas as Record<string, z.ZodType>, kind)
      return answer && schema ? async (ask) => answer(letIn(schema, ask)) : null
    }
    const answer = own(page, kind)
    const schema = own(pageSchemas as Record<string, z.ZodType>, kind)
    if (!answer || !schema) return null
    // No await before the handler: opening the side panel is allowed only within the press.
    return (ask) => {
      const from = frameOf(sender, Claimed.safeParse(ask).data?.url ?? null)
      if (from === null) return Promise.reject(new Refused(sentences.badAsk))
      try {
        return answer(letIn(schema, ask), from as never)
      } catch (error) {
        return Promise.reject(error)
      }
    }
  })()
}

/** An extension page in a tab has a `tab` too: only its address tells it from a content script. */
export function isOwnPage(sender: Sender): boolean {
  return sender.url?.startsWith(ownUrl('/')) ?? false
}

function own<T>(table: Record<string, T>, kind: string): T | null {
  return Object.hasOwn(table, kind) ? (table[kind] ?? null) : null
}

function letIn(schema: z.ZodType, ask: unknown): never {
  const parsed = schema.safeParse(ask)
  if (!parsed.success) throw new Refused(sentences.badAsk)
  return parsed.data as never
}
