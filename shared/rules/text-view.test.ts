import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readBlocks } from '../draft/blocks.ts'
import { blocksView } from './text-view.ts'

it('signs pass over places without any, and over no other', () => {
  const text = fc
    .array(fc.constantFrom('密', '内部', '部', '内', '号', 'x'), { maxLength: 6 })
    .map((all) => all.join(''))
  const sign = fc.constantFrom('密', '内部', '号', '部内')
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), fc.array(sign, { minLength: 1, maxLength: 3 }), (texts, signs) => {
      const source = texts.map((one) => `<p>${one}</p>`).join('')
      const view = blocksView('body', readBlocks({ format: 'html', source }, 'https://bureau.example/').blocks)
      const found = [...view.matchAll(/[\s\S]+/g, ...signs)].map(({ place, 0: match }) => `${place.index} ${match}`)
      const wanted = view.places.filter((place) => signs.some((one) => place.text.includes(one)))
      expect(found).toEqual(wanted.map((place) => `${place.index} ${place.text}`))
    }),
  )
})
