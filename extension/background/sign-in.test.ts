import { beforeEach, describe, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Send } from '#shared/api/client.ts'
import { account } from '../platform/account.ts'
import { memoryDatabase } from '../platform/memory-database.ts'
import type { Office } from './office.ts'
import { session } from './session.ts'
import { addressOf, signIn } from './sign-in.ts'

const WORKER = 'https://menxia.example.gov.cn'
const member = {
  id: 'm1',
  name: '林晓',
  department: null,
  roles: ['editor'],
  levels: [],
  emergency: false,
  site: null,
  active: true,
}
const grant = {
  ...{ bureau: { id: 'jinjiang', name: '晋江市教育局' }, member, standingIn: [], idleSeconds: 1800 },
  ...{ expiresAt: '2026-06-12T20:00:00.000Z', token: 'mx_secret', device: 'd1' },
}
const problem = (code: string, detail: string) => ({
  type: 'about:blank',
  title: '',
  status: 403,
  code,
  detail,
  requestId: 'q',
})

/** An office with a real session and nothing else that a sign-in needs before it is refused. `answer` null: nobody is there. */
function officeOf(answer: object | null): { office: Office; asked: string[] } {
  const asked: string[] = []
  const send: Send = async (url) => {
    asked.push(url)
    if (answer === null) throw new TypeError('Failed to fetch')
    return {
      status: answer === grant ? 201 : 403,
      headers: { get: () => null },
      text: async () => JSON.stringify(answer),
    }
  }
  const parts = { session: session(memoryDatabase(), send), layOut: async () => {} }
  return { office: parts as unknown as Office, asked }
}

beforeEach(() => fakeBrowser.reset())

describe('a sign-in that fails says what happened, why, and what to do', () => {
  test('nobody answers at the address', async () => {
    const { office } = officeOf(null)
    await expect(signIn(office, WORKER, 'inv', null)).rejects.toThrow(
      /没有登录：这个地址没有门下服务端应答.*请核对地址/,
    )
  })

  test.each([
    ['invitation-invalid', '邀请码已用过或过了有效期：每个邀请码只能用一次。请向管理员要新的。'],
    ['wrong-pin', 'PIN 不对：与登记的不符。还可以再试 4 次。'],
    ['too-many-attempts', '试得太多：十分钟内不再接受。请稍后再试。'],
  ])('%s: the Worker’s own sentence', async (code, detail) => {
    const { office } = officeOf(problem(code, detail))
    await expect(signIn(office, WORKER, 'inv', '135790')).rejects.toThrow(detail)
    expect(await account.get()).toBeNull()
  })

  test('another Worker than the bureau’s: not even asked', async () => {
    await fakeBrowser.storage.managed.set({ worker: WORKER })
    const { office, asked } = officeOf(grant)
    await expect(signIn(office, 'https://other.example', 'inv', null)).rejects.toThrow(`只能用 ${WORKER}`)
    expect(asked).toEqual([])
  })

  test('an invitation of another bureau: named, and signed out again', async () => {
    await fakeBrowser.storage.managed.set({ worker: WORKER, tenant: 'quanzhou-jyj' })
    const { office } = officeOf(grant)
    await expect(signIn(office, WORKER, 'inv', null)).rejects.toThrow(/属于“晋江市教育局”.*本单位管理员/)
    expect(await account.get()).toBeNull()
  })
})

test.each(['ftp://a.cn', 'menxia', 'http://a.cn', '', 'https://'])('“%s” is no address of a Worker', (typed) => {
  expect(() => addressOf(typed)).toThrow(/服务端地址不正确/)
})
