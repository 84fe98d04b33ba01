import { Bar } from '../bench/bar.ts'
import { demoExtension } from '../start/build.ts'
import { openDesk } from './desk.ts'
import { measureLatency } from './latency.ts'
import { measureMemory } from './memory.ts'
import { contentScriptSizes } from './size.ts'
import { measureTasks } from './tasks.ts'

/** Prints the figures and their bars; the parts that are named, or all. */
async function main(parts: readonly string[]): Promise<void> {
  const asked = (part: string): boolean => parts.length === 0 || parts.includes(part)
  const bar = new Bar()
  const desk = await openDesk()
  try {
    if (asked('size')) {
      const sizes = await contentScriptSizes(demoExtension)
      for (const [name, bytes] of sizes) bar.atMost(`${name}, gzip`, bytes / 1000, 60, 'KB')
      const sum = [...sizes.values()].reduce((all, bytes) => all + bytes, 0)
      bar.atMost('all content scripts of one frame, gzip', sum / 1000, 60, 'KB')
    }
    if (asked('tasks')) await measureTasks(desk, bar)
    if (asked('latency')) await measureLatency(desk, bar)
    if (asked('memory')) await measureMemory(desk, bar)
  } finally {
    await desk.close()
  }
  bar.close('typing')
}

await main(process.argv.slice(2))
