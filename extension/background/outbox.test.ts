import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memoryDatabase } from '../platform/memory-database.ts'
import { type Delivery, type Outgoing, outbox } from './outbox.ts'
import { vault } from './vault.ts'

/** A Worker with an idempotency table, behind a line that may lose the question or the answer. */
function lossyWorker(losses: readonly ('question' | 'answer' | 'none')[]) {
  const taken: { idem: string; body: string }[] = []
  let turn = 0
  const deliver = async (message: Outgoing): Promise<Delivery> => {
    const loss = losses[turn++] ?? 'none'
    if (loss === 'question') return { lost: 'lost' }
    if (!taken.some(({ idem }) => idem === message.idem))
      taken.push({ idem: message.idem, body: JSON.stringify(message.body) })
    return loss === 'answer' ? { lost: 'lost' } : { done: true }
  }
  return { taken, deliver }
}

describe('outbox', () => {
  test('everything arrives once and in order, whatever the line loses and whenever the worker is killed', async () => {
    const losses = fc.array(fc.constantFrom('question', 'answer', 'none' as const), { maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 8 }), losses, async (count, lost) => {
        const database = memoryDatabase()
        const worker = lossyWorker(lost)
        const boxed = () => outbox(database, vault(database), worker.deliver)
        for (let n = 0; n < count; n++) await boxed().put('submit', { n })
        // A new object each time is a service worker that died and woke again: only the disk is left.
        for (let round = 0; round <= lost.length + 1; round++) await boxed().drain()
        expect(worker.taken.map(({ body }) => body)).toEqual(Array.from({ length: count }, (_, n) => `{"n":${n}}`))
        expect(await boxed().waiting()).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('a refused message is kept for a person and does not hold up the next', async () => {
    const database = memoryDatabase()
    const sent: unknown[] = []
    const box = outbox(database, vault(database), async ({ body }) => {
      sent.push(body)
      return body === 'bad' ? { refused: '该稿件不能提交。' } : { done: true }
    })
    const idem = await box.put('submit', 'bad')
    await box.put('submit', 'good')
    expect(await box.drain()).toBe(1)
    expect(await box.drain()).toBe(1)
    expect(sent).toEqual(['bad', 'good'])
    expect(await box.waiting()).toMatchObject([{ idem, state: 'stuck', problem: '该稿件不能提交。' }])
    await box.discard(idem)
    expect(await box.waiting()).toEqual([])
  })

  test('a line that loses answers is tried again at once, and given up where every try is in vain', async () => {
    const database = memoryDatabase()
    const losses = Array.from({ length: 30 }, (_, n) => (n % 3 === 0 ? 'answer' : n % 3 === 1 ? 'question' : 'none'))
    const worker = lossyWorker(losses as ('question' | 'answer' | 'none')[])
    const box = outbox(database, vault(database), worker.deliver)
    for (let n = 0; n < 10; n++) await box.put('check', { n })
    expect(await box.drain([0, 0])).toBe(0)
    expect(worker.taken.map(({ body }) => body)).toEqual(Array.from({ length: 10 }, (_, n) => `{"n":${n}}`))
    let tries = 0
    const dead = outbox(database, vault(database), async () => {
      tries++
      return { lost: 'no line' }
    })
    await dead.put('check', 1)
    expect(await dead.drain([0, 0])).toBe(1)
    expect(tries).toBe(3)
  })

  test('what one person queued is never sent in the name of another', async () => {
    const database = memoryDatabase()
    let person: string | null = 'lin'
    const sent: unknown[] = []
    const deliver = async ({ body }: Outgoing): Promise<Delivery> => {
      sent.push([person, body])
      return { done: true }
    }
    const box = outbox(database, vault(database), deliver, async () => person)
    await box.put('submit', 'of lin')
    person = 'chen'
    await box.put('submit', 'of chen')
    expect(await box.drain()).toBe(1)
    person = null
    expect(await box.drain()).toBe(1)
    person = 'lin'
    expect(await box.drain()).toBe(0)
    expect(sent).toEqual([
      ['chen', 'of chen'],
      ['lin', 'of lin'],
    ])
  })

  test('a message that cannot be read again is shown and does not hold up the next', async () => {
    const database = memoryDatabase()
    const sent: unknown[] = []
    const box = outbox(database, vault(database), async ({ body }) => {
      sent.push(body)
      return { done: true }
    })
    const idem = await box.put('submit', 'spoilt')
    await box.put('submit', 'good')
    const [row] = await database.all<{ seq: number; sealed: object }>('outbox')
    await database.put('outbox', { ...row, sealed: { ...row!.sealed, bytes: new ArrayBuffer(32) } })
    expect(await box.drain()).toBe(1)
    expect(sent).toEqual(['good'])
    expect(await box.waiting()).toMatchObject([{ idem, state: 'stuck', body: null }])
  })

  test('a second drain while one runs sends nothing twice', async () => {
    const database = memoryDatabase()
    let sent = 0
    const box = outbox(database, vault(database), async () => {
      sent++
      return { done: true }
    })
    await box.put('submit', 1)
    await Promise.all([box.drain(), box.drain(), box.drain()])
    expect(sent).toBe(1)
  })

  test('a message waits in its place, and one that waits is sent before a later one', async () => {
    const database = memoryDatabase()
    let open = false
    const seen: unknown[] = []
    const box = outbox(database, vault(database), async ({ body }) => {
      if (!open) return { later: 'signed out' }
      seen.push(body)
      return { done: true }
    })
    await box.put('submit', 'first')
    await box.put('check', 'second')
    expect(await box.drain()).toBe(2)
    open = true
    expect(await box.drain()).toBe(0)
    expect(seen).toEqual(['first', 'second'])
  })

  test('what rests on disk does not show the draft', async () => {
    const database = memoryDatabase()
    await outbox(database, vault(database), async () => ({ done: true })).put('submit', { body: '内部资料不得外传' })
    const [row] = await database.all<{ sealed: { bytes: ArrayBuffer } }>('outbox')
    expect(new TextDecoder().decode(row!.sealed.bytes)).not.toContain('内部资料')
  })
})
