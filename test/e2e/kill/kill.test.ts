import { expect, test } from 'vitest'
import { bar, playKills } from './play.ts'

test('a browser that is killed while it queues and while it sends over a bad line loses, doubles and turns round nothing', async () => {
  const figures = await playKills({ kills: 4, submissions: 16, seed: 4, told: () => {} })
  expect(figures).toMatchObject({ ...bar, kills: 4 })
  expect(figures.queued).toBeGreaterThanOrEqual(16)
}, 180_000)
