import type { Draft, Unread } from '#shared/draft/draft.ts'
import type { Profile } from '#shared/ruleset/profile.ts'
import { findAll, findOne } from './find.ts'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** Puts the plain fields of a kept draft back as a person would have, so that the page hears of it. Answers in Chinese what stays to be done by hand. */
export function restoreFields(form: Document, profile: Profile, draft: Draft): Unread[] {
  const left: Unread[] = []
  for (const field of ['title', 'documentNumber', 'channel', 'datedOn', 'department', 'source'] as const) {
    const reader = profile.fields[field]
    const value = draft[field]
    if (reader === null || reader.read !== 'value' || value === null) continue
    const control = findOne(form, reader.selector) as Control | null
    if (control === null || control.value === value) continue
    control.value = value
    for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }))
    if (control.value !== value) left.push({ what: field, why: `没能填回“${value.slice(0, 80)}”，请手工填写` })
  }
  const reader = profile.fields.disclosureClass
  if (reader !== null && draft.disclosureClass !== null) {
    const word = profile.disclosureWords[draft.disclosureClass]
    const radios = findAll(form, reader.selector) as HTMLInputElement[]
    const radio = radios.find(({ value }) => value === word)
    if (radio !== undefined && !radio.checked) radio.click()
  }
  const names = (draft.attachments ?? []).map(({ name }) => name)
  const shown = profile.attachments === null ? '' : textOfAll(form, profile.attachments.item)
  for (const name of names)
    if (!shown.includes(name)) left.push({ what: `附件“${name}”`, why: '附件不能自动恢复，请重新上传' })
  return left
}

function textOfAll(form: Document, selector: string): string {
  return findAll(form, selector)
    .map((element) => element.textContent ?? '')
    .join('\n')
}
