import { buildDemoExtension } from '../../start/build.ts'

/** Vitest's global set-up of the end-to-end tests: they drive what is in the tree now, not an older build. */
export default async function setup(): Promise<void> {
  await buildDemoExtension()
}
