import { describe, expect, test } from 'vitest'
import { optionsText as text } from '../platform/text/options.ts'
import { missingParts } from './missing.ts'

describe('missingParts', () => {
  test.each([
    ['a browser of today', { panel: true, highlights: true, chromium: 156 }, []],
    ['Firefox', { panel: true, highlights: true, chromium: null }, []],
    ['Chromium 116', { panel: true, highlights: true, chromium: 116 }, [text.missingFrames]],
    ['Chromium 111', { panel: false, highlights: true, chromium: 111 }, [text.missingPanel, text.missingFrames]],
    ['a browser without highlights', { panel: true, highlights: false, chromium: 119 }, [text.missingHighlight]],
  ])('%s', (_, abilities, said) => expect(missingParts(abilities)).toEqual(said))

  test('each sentence says which version has it', () => {
    for (const said of missingParts({ panel: false, highlights: false, chromium: 100 })) expect(said).toMatch(/ \d{3} /)
    expect(text.missingFrames).toMatch(/ \d{3} /)
  })
})
