import * as z from 'zod'
import { CivilDate } from '../calendar/civil-date.ts'
import { InterpretationForm } from './draft.ts'

/**
 * 解读方案: the interpretation that is still to come, as the editor records it when sending a policy for review. It is no part of the draft and
 * so not of the content hash: the CMS page does not carry it. One with a due day stands for a missing interpretation until that day is past.
 */
export const InterpretationPlan = z.strictObject({
  form: InterpretationForm,
  /** The day by which it is published, in Asia/Shanghai. */
  dueOn: CivilDate,
  /** 承办科室: who drafts interprets (谁起草、谁解读). */
  responsibleDepartment: z.string().trim().min(1).max(200),
  /** 第一解读人: 部门主要负责人 (国办发〔2016〕80号). */
  leadInterpreter: z.string().trim().min(1).max(100),
})
export type InterpretationPlan = z.infer<typeof InterpretationPlan>
