/** Per-finding answers, keyed `rule@start`, as the editor or reviewer gave them. Grows with the review page. */
export type Answers = Record<string, string>
export type ReviewQuestions = Record<never, never>
