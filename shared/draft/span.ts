import * as z from 'zod'

/**
 * A place in a draft: `start` inclusive, `end` exclusive, in UTF-16 units of the field's *original* string. For the body
 * that is the HTML source (`draft.body.source`), so one pair of numbers means the same place in the editor, the Worker
 * and the terminal.
 */
export const Span = z.strictObject({
  /** `title`, `documentNumber`, `channel`, `disclosureClass`, `datedOn`, `department`, `source`, `body`, `attachment:0` (its name), `attachment-text:0`. */
  field: z.string().max(100),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
})
export type Span = z.infer<typeof Span>
