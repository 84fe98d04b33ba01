import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Two files at a time: a file mostly waits for its browser, and has stage, ports and folders of its own. */
export default defineConfig({
  root,
  test: {
    name: 'e2e',
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: 'test/e2e/stage/build.ts',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // The demo's page scripts are TypeScript with the types erased on the way out.
    execArgv: ['--disable-warning=ExperimentalWarning'],
  },
})
