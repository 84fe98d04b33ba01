import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Form } from '../screens/cms.ts'

export interface Policy {
  form: Form
  text: string
  /** Where the text is from, for the person who watches. */
  from: string
}

const root = join(import.meta.dirname, '../../..')
const seedPlan = join(root, '../shared/corpus/seed_泉教办2018_85号.txt')
const common = { channel: '政策文件', department: '办公室' }

/** The pupil of the story: an invented number with a true check digit (GB 11643), as DOMAIN.md §5 gives it. */
export const pupil = { number: '350583201503150027', paragraph: '附：学生陈某某，身份证号350583201503150027，三年级。' }

/** The plan that Menxia is built from where `../shared` stands beside the checkout, else an invented policy of the same kind and length. */
export async function readPolicy(plan: string = seedPlan): Promise<Policy> {
  const seed = await readFile(plan, 'utf8').catch(() => null)
  if (seed !== null) {
    const title = '关于印发《泉州市教育局2018年政务公开工作实施方案》的通知'
    const text = seed.slice(seed.indexOf('各县（市、区）教育局')).trim()
    const form = { ...common, title, documentNumber: '泉教办〔2018〕85号', datedOn: '2018-06-28' }
    return { form, text, from: '泉教办〔2018〕85号' }
  }
  const text = (await readFile(join(root, 'test/fixtures/policy.txt'), 'utf8')).trim()
  const title = '关于印发《泉州市中小学课后服务工作办法》的通知'
  const form = { ...common, title, documentNumber: '泉教规〔2026〕3号', datedOn: '2026-06-08' }
  return { form, text, from: '自拟的政策文件' }
}
