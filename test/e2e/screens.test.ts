import { expect, test } from 'vitest'
import { hang } from '../screens/gallery.ts'
import { screens } from '../screens/screens.ts'

/** The short form of `npm run screens`: every screen, in dark, without pictures. */
test('axe-core finds nothing on any screen', async () => {
  const gallery = await hang(screens, { schemes: ['dark'], pictures: false })
  expect(gallery.violations).toEqual([])
  expect(gallery.screens).toBe(screens.length)
})
