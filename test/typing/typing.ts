import { Bar } from '../bench/bar.ts'
import { demoExtension } from '../start/build.ts'
import { openDesk } from './desk.ts'
import { measureLatency } from './latency.ts'
import { measureMemory } from './memory.ts'
import { contentScriptSizes } from './size.ts'
import { measureTasks } from './tasks.ts'

const editors = ['tinymce', 'textarea'] as const
const parts = ['size', 'tasks', 'latency', 'memory'] as const

/** Prints the figures and their bars; of the parts and the editors that are named, or of all. */
async function main(words: readonly string[]): Promise<void> {
  const named = <T extends string>(all: readonly T[]): readonly T[] => {
    const some = all.filter((one) => words.includes(one))
    return some.length === 0 ? all : some
  }
  const asked = (part: (typeof parts)[number]): boolean => named(parts).includes(part)
  const bar = new Bar()
  const desk = await openDesk()
  try {
    if (asked('size')) {
      const sizes = await contentScriptSizes(demoExtension)
      for (const [name, bytes] of sizes) bar.atMost(`${name}, gzip`, bytes / 1000, 60, 'KB')
      const sum = [...sizes.values()].reduce((all, bytes) => all + bytes, 0)
      bar.atMost('all content scripts of one frame, gzip', sum / 1000, 60, 'KB')
    }
    if (asked('tasks')) await measureTasks(desk, bar, named(editors))
    if (asked('latency')) await measureLatency(desk, bar, named(editors))
    if (asked('memory')) await measureMemory(desk, bar)
  } finally {
    await desk.close()
  }
  bar.close('typing')
}

await main(process.argv.slice(2))
