import type { InterpretationPlan } from '#shared/draft/interpretation-plan.ts'

/** 政策解读 of a checked draft, as a page of ours shows it. */
export interface InterpretationView {
  /** Whether the page has slots for it at all. */
  known: boolean
  /** 解读方案 that the editor recorded here. */
  plan: InterpretationPlan | null
  forms: FormView[]
}

/** Kinds that are interpreted (辽政办〔2022〕43号): policies, and as a rule consultations. */
export function isInterpreted(kind: string): boolean {
  return kind === 'policy' || kind === 'consultation'
}

/** One of the five forms. `url` is absolute; null where nothing is linked. */
export interface FormView {
  form: string
  state: 'published' | 'draft' | 'planned' | 'missing'
  title: string
  dueOn: string | null
  url: string | null
}

/** A linked interpretation as the public sees it. `names`: answers and names this document; `other`: answers, does not; `silent`: does not answer; `unasked`: not looked at. */
export interface LinkView {
  state: 'names' | 'other' | 'silent' | 'unasked'
  why: string
}
