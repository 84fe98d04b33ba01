import { readFileSync } from 'node:fs'

/** Linux counts a process's CPU in hundredths of a second, whatever the kernel's own clock. */
const TICK_MS = 10

/** CPU that these processes have used so far together, ms. Reads `/proc`: Linux only. */
export function cpuOf(processes: readonly number[]): number {
  if (processes.length === 0) throw new Error('no process to measure')
  return processes.reduce((sum, id) => sum + ticksOf(id) * TICK_MS, 0)
}

/** User and system time, the 14th and 15th field; the name in the 2nd may hold spaces. */
function ticksOf(id: number): number {
  const text = readFileSync(`/proc/${id}/stat`, 'utf8')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return Number(fields[11]) + Number(fields[12])
}
