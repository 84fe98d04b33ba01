import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['shared/**/*.test.ts', 'worker/cli/**/*.test.ts', 'test/{house,support,quality,demo}/**/*.test.ts'],
        },
      },
    ],
  },
})
