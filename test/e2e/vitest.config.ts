import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** One browser at a time: two cores, and the stories time themselves. */
export default defineConfig({
  root,
  test: {
    name: 'e2e',
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: 'test/e2e/stage/build.ts',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // The demo's page scripts are TypeScript with the types erased on the way out.
    execArgv: ['--disable-warning=ExperimentalWarning'],
  },
})
