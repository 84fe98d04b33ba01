import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openBrowser, type Person, signInOnOptions } from '../e2e/stage/person.ts'
import { type Stage, setStage } from '../e2e/stage/stage.ts'
import { readPolicy } from '../e2e/story/policy.ts'
import { playStory } from '../e2e/story/story.ts'
import { needChromium } from '../support/browser.ts'
import { findFirefox } from '../support/firefox.ts'
import { buildDemoExtension, buildFirefoxExtension } from './build.ts'
import { type Options, readOptions, usage } from './options.ts'
import { camera } from './pictures.ts'
import { introduce, seconds, threeClicks, threeClicksFirefox } from './words.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Two browsers, because an approval needs two people: each with the extension, signed in. */
async function seat(stage: Stage, folder: string, headless: boolean): Promise<{ editor: Person; reviewer: Person }> {
  const { worker, bureau } = stage
  const editor = await openBrowser({ folder, headless })
  await (await signInOnOptions(editor, worker.origin, await bureau.invite('editor'), false)).close()
  const reviewer = await openBrowser({ folder, headless })
  await (await signInOnOptions(reviewer, worker.origin, await bureau.invite('reviewer'), true)).close()
  return { editor, reviewer }
}

/** Plays the story in TinyMCE, a line a step, pictures into `out/story`. */
async function play(stage: Stage, people: { editor: Person; reviewer: Person }): Promise<void> {
  const folder = join(root, 'out/story')
  await rm(folder, { recursive: true, force: true })
  const start = performance.now()
  await playStory({ stage, ...people }, 'tinymce', await readPolicy(), {
    told: ({ who, does, sees, ms }) => console.log(`${seconds(ms)}  ${who}${does} → ${sees}`),
    picture: camera(folder, people.editor.context),
  })
  console.log(`${seconds(performance.now() - start)}  故事完。图片在 out/story/。`)
}

async function show(stage: Stage, { editor, reviewer }: { editor: Person; reviewer: Person }): Promise<void> {
  const cms = await editor.context.newPage()
  await cms.goto(`${stage.demo.origin}/admin/new?editor=tinymce`)
  const desk = await reviewer.context.newPage()
  await desk.goto(`${reviewer.extension}/review.html`)
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

async function main(options: Options): Promise<void> {
  await needChromium()
  console.log('正在构建扩展，启动 Worker 和演示后台…')
  const folder = await buildDemoExtension()
  const { demoPort, workerPort } = options
  const stage = await setStage({ folder: join(root, options.folder), demoPort, workerPort })
  try {
    console.log(introduce(stage.demo.origin, stage.worker.origin))
    const people = await seat(stage, folder, options.headless)
    try {
      if (options.headless) await play(stage, people)
      else await show(stage, people)
      // One for both: a new invitation takes the place of the last.
      const invitation = await stage.bureau.invite('editor')
      console.log(threeClicks(folder, stage.worker.origin, invitation))
      if ((await findFirefox()) !== null)
        console.log(threeClicksFirefox(await buildFirefoxExtension(), stage.worker.origin, invitation))
      if (!options.once) {
        console.log('服务在运行，按 Ctrl-C 结束。')
        await untilStopped()
      }
    } finally {
      await Promise.all([people.editor.close(), people.reviewer.close()])
    }
  } finally {
    await stage.close()
  }
}

try {
  const options = readOptions(process.argv.slice(2), process.env)
  if (options === null) console.log(usage)
  else await main(options)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
