import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { storyEditors } from '../demo/article.ts'
import { camera } from '../start/pictures.ts'
import { type Office, openOffice } from './stage/office.ts'
import { readPolicy } from './story/policy.ts'
import { playStory, type Told } from './story/story.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.close())

test.each(storyEditors)('the story in %s, from the first paste to the verified proof', async (name) => {
  const { stage, editor } = office
  const reviewer = await office.reviewer()
  const lines: Told[] = []
  const policy = await readPolicy()
  // One title an editor: the reviewer's queue and the ledger tell them apart.
  const form = { ...policy.form, title: policy.form.title.replace('》的通知', `（${name}）》的通知`) }
  const picture = camera(join(import.meta.dirname, '../../out/story', name), editor.context)
  const told = (line: Told) => {
    lines.push(line)
  }
  await playStory({ stage, editor, reviewer }, name, { ...policy, form }, { told, picture })
  expect(lines.map(({ who }) => who)).toEqual([
    ...['信息员', '信息员', '信息员', '信息员', '信息员', '审核人', '信息员', '信息员', '信息员', '信息员'],
    ...['公众', '监督员'],
  ])
})
