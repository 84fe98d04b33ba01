import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))

/** Pinned: the conformance suite speaks about these versions. Several are GPL, so they are installed here and never bundled. */
const packages = [
  ...['tinymce@8.9.2', '@wangeditor/editor@5.1.23', 'ckeditor4@4.22.1', 'ckeditor5@48.5.2', 'quill@2.0.3'],
  ...['kindeditor@4.1.10', 'summernote@0.9.1', 'jquery@3.8.0'],
  ...['core', 'starter-kit', 'pm', 'extension-table', 'extension-image'].map((name) => `@tiptap/${name}@3.35.0`),
]
/** Tiptap comes as modules that name one another: one script is made of them, with this on `window.tiptap`. */
const tiptap = `export { Editor } from '@tiptap/core'
export { StarterKit } from '@tiptap/starter-kit'
export { TableKit } from '@tiptap/extension-table'
export { Image } from '@tiptap/extension-image'`
/** The full Baidu UEditor lies inside the tarball of this package, as an example. */
const ueditor = { tarball: 'ueditor@1.2.3', folder: 'package/example/public/ueditor' }
const stamp = JSON.stringify([packages, ueditor, tiptap])

/** Where the editors are, or will be after `installEditors`. The folder is ignored by git. */
export const editorsFolder = join(root, 'out/editors')

/** URL path (under wherever `editorsFolder` is served) of each editor's script. */
export const editorScripts = {
  tinymce: 'node_modules/tinymce/tinymce.min.js',
  wangeditor: 'node_modules/@wangeditor/editor/dist/index.js',
  wangeditorStyle: 'node_modules/@wangeditor/editor/dist/css/style.css',
  ueditorConfig: 'ueditor/ueditor.config.js',
  ueditor: 'ueditor/ueditor.all.js',
  ueditorLanguage: 'ueditor/lang/zh-cn/zh-cn.js',
} as const

async function bundleTiptap(made: string): Promise<void> {
  await build({
    stdin: { contents: tiptap, resolveDir: made },
    ...{
      bundle: true,
      format: 'iife',
      globalName: 'tiptap',
      outfile: join(made, 'node_modules/tiptap.js'),
      logLevel: 'silent',
    },
  })
}

/**
 * Installs the editors of the conformance suite into `out/editors` and answers the folder. Does nothing when they are there.
 * Rejects, leaving no half-made folder, when npm cannot fetch them.
 */
export async function installEditors(): Promise<string> {
  if ((await readFile(join(editorsFolder, '.stamp'), 'utf8').catch(() => '')) === stamp) return editorsFolder
  await mkdir(join(root, 'out'), { recursive: true })
  const made = await mkdtemp(join(root, 'out/editors-'))
  try {
    await writeFile(join(made, 'package.json'), '{"private":true}')
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--silent']
    await run('npm', ['install', '--save-exact', ...quiet, '--prefix', made, ...packages])
    await run('npm', ['pack', ueditor.tarball, ...quiet, '--pack-destination', made], { cwd: made })
    await run('tar', ['xzf', join(made, 'ueditor-1.2.3.tgz'), '-C', made, ueditor.folder])
    await cp(join(made, ueditor.folder), join(made, 'ueditor'), { recursive: true })
    await bundleTiptap(made)
    await writeFile(join(made, '.stamp'), stamp)
    await rm(editorsFolder, { recursive: true, force: true })
    await rename(made, editorsFolder)
    return editorsFolder
  } catch (cause) {
    await rm(made, { recursive: true, force: true })
    throw new Error('编辑器没有装上：npm 取不到测试用的编辑器。请检查网络或 npm 镜像后重试。', { cause })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await installEditors())
