import { writeSpreadsheet } from '#shared/attachments/spreadsheet-write.ts'
import type { Site } from '../../contract/actors.ts'
import { ask, type Seen } from '../../contract/cell.ts'
import { samples } from '../../contract/samples.ts'
import type { Inhabited } from '../../contract/world.ts'
import { type FuzzFigures, timed } from './figures.ts'
import { mutateBytes, mutateText } from './mutate.ts'

type Random = (below: number) => number

/** Counts an answer as the others are counted. */
function note(seen: Seen | null, what: string, figures: FuzzFigures): void {
  if (seen === null) figures['not answered'] += 1
  else if (seen.status >= 500) {
    figures['answers 5xx'] += 1
    console.log(`${what}: ${seen.status}`)
  }
}

/** A good token, changed: nobody's. Headers hold only visible ASCII. */
export async function fuzzToken(site: Site, here: Inhabited, random: Random, figures: FuzzFigures): Promise<void> {
  const { token } = here.people.admin
  const changed = mutateText(token, random).replaceAll(/[^\x21-\x7e]/g, '.')
  const seen = await timed(figures, 'token', () => ask(site, 'members.list', { token: changed }).catch(() => null))
  note(seen, 'token', figures)
  if (changed !== token && seen?.status === 200) figures.forged += 1
}

/** A good pass, changed in what it says or how it is signed. */
export async function fuzzPass(site: Site, here: Inhabited, random: Random, figures: FuzzFigures): Promise<void> {
  const [header, claims, signature] = here.objects.pass.split('.').map((part) => Buffer.from(part, 'base64url')) as [
    Buffer,
    Buffer,
    Buffer,
  ]
  const parts = [header, claims, signature].map((part) => (random(2) === 0 ? part : mutateBytes(part, random)))
  const pass =
    random(3) === 0
      ? mutateText(here.objects.pass, random)
      : parts.map((part) => Buffer.from(part).toString('base64url')).join('.')
  const { body } = samples['releases.verify'](here.objects)
  const question = { body: { ...body, pass: pass.slice(0, 4000) }, token: here.people.cms.token }
  const seen = await timed(figures, 'pass', () => ask(site, 'releases.verify', question).catch(() => null))
  note(seen, 'pass', figures)
  if (seen?.status === 200) figures.forged += 1
}

const WORKBOOK = writeSpreadsheet('词表', [
  ['错误写法', '改为'],
  ['登陆', '登录'],
])

/** A spreadsheet, changed, through the importer's own endpoint. */
export async function fuzzImport(site: Site, here: Inhabited, random: Random, figures: FuzzFigures): Promise<void> {
  const { body } = samples['rulesets.import'](here.objects)
  const base64 = Buffer.from(mutateBytes(WORKBOOK, random)).toString('base64')
  const question = { body: { ...body, file: { name: '词表.xlsx', base64 } }, token: here.people.admin.token }
  note(
    await timed(figures, 'import', () => ask(site, 'rulesets.import', question).catch(() => null)),
    'import',
    figures,
  )
}
