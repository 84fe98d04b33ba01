import { fileURLToPath } from 'node:url'
import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root,
  test: {
    silent: 'passed-only',
    // All cores: Vitest leaves one free, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        root,
        test: {
          name: 'unit',
          // Properties run hundreds of cases; a slow or busy machine must not turn them red.
          testTimeout: 60_000,
          include: [
            'shared/**/*.test.ts',
            'worker/{cli,selfhost}/**/*.test.ts',
            'test/*.test.ts',
            'test/{house,support,quality,demo,start}/**/*.test.ts',
          ],
        },
      },
      {
        root,
        plugins: [WxtVitest({ configFile: 'extension/wxt.config.ts' })],
        test: { name: 'extension', include: ['extension/**/*.test.{ts,tsx}'], testTimeout: 60_000 },
      },
      {
        root,
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: { bindings: { OPERATOR_SECRET: 'operator-secret-of-the-tests', LOG: 'off' } },
          }),
        ],
        test: {
          name: 'workerd',
          include: ['worker/{http,routes,services,tenant}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: { name: 'editors', include: ['test/editors/**/*.test.ts'], testTimeout: 30_000 },
      },
    ],
  },
})
