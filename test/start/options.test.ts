import { describe, expect, it } from 'vitest'
import { readOptions } from './options.ts'

describe('the command line of npm start', () => {
  it('has ports of its own and keeps serving', () => {
    expect(readOptions([], { DISPLAY: ':0' })).toMatchObject({
      once: false,
      headless: false,
      demoPort: 4180,
      workerPort: 8787,
    })
  })
  it('plays headless where there is no display', () => {
    expect(readOptions(['--once'], {})).toMatchObject({ once: true, headless: process.platform === 'linux' })
  })
  it('takes ports from flags before the environment', () => {
    const env = { MENXIA_DEMO_PORT: '5000', MENXIA_WORKER_PORT: '5001' }
    expect(readOptions(['--demo-port', '0'], env)).toMatchObject({ demoPort: 0, workerPort: 5001 })
  })
  it.each([[['--demo-port', 'x']], [['--worker-port', '70000']], [['--nonsense']]])(
    'refuses %j with a sentence',
    (args) => {
      expect(() => readOptions(args, {})).toThrow(/[，：]/)
    },
  )
  it('only explains when asked', () => {
    expect(readOptions(['--help'], {})).toBeNull()
  })
})
