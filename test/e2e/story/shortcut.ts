import type { Client } from '#shared/api/client.ts'
import { CmsPage } from '../screens/cms.ts'
import { PanelPage } from '../screens/panel.ts'
import type { Bureau } from '../stage/bureau.ts'
import { must, PIN, signIn } from '../stage/member.ts'
import type { Office } from '../stage/office.ts'
import { newestReview } from './prove.ts'

const gates = { political: true, legal: true, policy: true, confidentiality: true, wording: true }

/** A notice in which nothing is found, so that only the review stands before its release. */
export const notice = {
  form: { title: '', documentNumber: '', channel: '通知公告', datedOn: '2026-06-08', department: '办公室' },
  text: '市直各学校：\n\n请于6月20日前报送本学期教学工作总结。',
}

/** The reviewer at a terminal: the same requests as the review page makes, without a browser. */
export async function reviewerAtTerminal(bureau: Bureau): Promise<Client> {
  return await signIn(bureau.worker, await bureau.invite('reviewer'), PIN)
}

/** Approves the newest review of this title. Answers with what sends the very same request again, as a client does that got no answer. */
export async function approve(
  { stage }: Pick<Office, 'stage'>,
  reviewer: Client,
  title: string,
): Promise<() => Promise<void>> {
  const { id } = await newestReview(stage, title)
  const { version, contentHash, ruleset } = must(await reviewer('reviews.read', { params: { id } }))
  const rest = { reason: null, answers: [], recheck: null, clientAt: null }
  const body = { version, contentHash, ruleset, level: 'first' as const, verdict: 'approve' as const, gates, ...rest }
  const ask = { params: { id }, body, idempotencyKey: crypto.randomUUID() }
  const send = async () => must(await reviewer('reviews.decide', ask))
  const { receipt } = await send()
  return async () => {
    const again = await send()
    if (again.receipt.seq !== receipt.seq) throw new Error(`decided a second time, in entry ${again.receipt.seq}`)
  }
}

/** An editor's page with the notice in it and the panel beside, checked and ready to be sent for review. */
export async function writeNotice(
  { stage, editor }: Office,
  title: string,
  send = 'click',
): Promise<{ cms: CmsPage; panel: PanelPage }> {
  const cms = await CmsPage.open(editor.context, stage.demo.origin, 'textarea', send)
  await cms.fill({ ...notice.form, title })
  await cms.paste(notice.text)
  const panel = await PanelPage.open(editor, cms.page)
  await panel.says('every')
  return { cms, panel }
}
