import { describe, expect, it } from 'vitest'
import { doors, fenceOf, fences } from './fences.ts'
import { type Module, modules } from './modules.ts'

const all = modules()
const sources = all.filter((module) => !module.isTest)
const under = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

function crossings(module: Module): string[] {
  const fence = fenceOf(module.path)
  if (fence === undefined)
    return [`${module.path} lies under no line of test/house/fences.ts: give its folder one first`]
  return module.imports.flatMap(({ path }) => {
    if (path === null || under(path, fence) || fences[fence]?.some((allowed) => under(path, allowed))) return []
    return [
      `${module.path} imports ${path}: ${fence} may import ${fences[fence]?.join(', ') || 'only itself'}. Pass it as an argument, or move the file to the room that may.`,
    ]
  })
}

describe('fences', () => {
  it('reads the code it judges', () => {
    expect(sources.length).toBeGreaterThan(40)
    expect(sources.flatMap((module) => module.imports).length).toBeGreaterThan(80)
  })

  it('no file imports over its fence', () => {
    expect(sources.flatMap(crossings)).toEqual([])
  })

  it('sees a planted crossing', () => {
    const planted = { path: 'shared/rules/x.ts', text: '', isTest: false }
    const up = { ...planted, imports: [{ written: '../api/contract.ts', path: 'shared/api/contract.ts' }] }
    const across = { ...planted, path: 'extension/panel/x.ts', imports: [{ written: '', path: 'worker/index.ts' }] }
    expect(crossings(up)).toHaveLength(1)
    expect(crossings(across)).toHaveLength(1)
  })

  it('the extension and the Worker meet only in shared', () => {
    const meets = sources.flatMap(({ path, imports }) =>
      imports
        .filter(
          (one) => one.path !== null && /^(extension|worker)\//.test(path) && /^(extension|worker)\//.test(one.path),
        )
        .filter((one) => one.path?.split('/')[0] !== path.split('/')[0])
        .map((one) => `${path} imports ${one.path}: put what both need into shared/`),
    )
    expect(meets).toEqual([])
  })

  it.each(Object.entries(doors))('only the door imports %s', (name, folders) => {
    const others = sources
      .filter((module) => module.imports.some((one) => one.written === name))
      .filter((module) => !folders.some((folder) => under(module.path, folder)))
    expect(others.map(({ path }) => `${path} imports ${name}: use ${folders.join(' or ')} instead`)).toEqual([])
  })

  it('only worker/tenant has SQL', () => {
    const others = sources
      .filter(({ path }) => path.startsWith('worker/') && !path.startsWith('worker/tenant/'))
      .filter(({ text }) =>
        /\b(?:select\s.+\sfrom|insert\s+into|update\s+\w+\s+set|delete\s+from|create\s+table)\s/i.test(text),
      )
    expect(others.map(({ path }) => `${path} holds SQL: ask worker/tenant for a method`)).toEqual([])
  })

  it('the Worker writes only to its log, which has no field for text', () => {
    const others = sources
      .filter(({ path }) => path.startsWith('worker/') && !/^worker\/(?:cli|selfhost)\//.test(path))
      .filter(({ path, text }) => path !== 'worker/http/log.ts' && /\bconsole\./.test(text))
    expect(others.map(({ path }) => `${path} writes to the console: give a LogLine to the log`)).toEqual([])
  })

  it('every import of our own names a file with its ending', () => {
    const bare = all.flatMap(({ path, imports }) =>
      imports
        .filter((one) => one.path !== null && !/\.\w+(\?\w+)?$/.test(one.path))
        .map((one) => `${path}: ${one.written}`),
    )
    expect(bare).toEqual([])
  })
})
