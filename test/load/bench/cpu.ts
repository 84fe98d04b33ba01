import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts a process's CPU in hundredths of a second, whatever the kernel's own clock. */
const TICK_MS = 10

/** CPU that every workerd in this process group has used so far, ms. Reads `/proc`: Linux only. */
export function workerdCpu(group: number): number {
  const used = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => statOf(pid))
    .filter((stat) => stat !== null && stat.name === 'workerd' && stat.group === group)
  if (used.length === 0) throw new Error(`no workerd runs in process group ${group}`)
  return used.reduce((sum, stat) => sum + stat!.ticks * TICK_MS, 0)
}

function statOf(pid: string): { name: string; group: number; ticks: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const end = text.lastIndexOf(')')
    const fields = text.slice(end + 2).split(' ')
    return {
      name: text.slice(text.indexOf('(') + 1, end),
      group: Number(fields[2]),
      ticks: Number(fields[11]) + Number(fields[12]),
    }
  } catch {
    // It ended between the listing and the reading.
    return null
  }
}
