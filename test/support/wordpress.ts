import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))

/** PHP compiled to WebAssembly. GPL, so it is installed here and never bundled. */
const php = { '@php-wasm/node': '3.1.56', '@php-wasm/universal': '3.1.56', fflate: '0.8.2' }
/** It brings every PHP there is; one is enough, and the others are 400 MB. */
const otherVersions = ['5-2', '7-4', '8-0', '8-1', '8-2', '8-4', '8-5']
/** WordPress with a made database, its files for browsers apart, and what lets it keep its data in SQLite. */
const builds = { tarball: '@wp-playground/wordpress-builds@0.9.19', file: 'wp-playground-wordpress-builds-0.9.19.tgz' }
const inBuilds = {
  code: 'package/src/wordpress/wp-6.5.zip',
  files: 'package/public/wp-6.5',
  sqlite: 'package/src/sqlite-database-integration/sqlite-database-integration.zip',
}
const stamp = JSON.stringify([php, builds, inBuilds])

/** Where WordPress is, or will be after `installWordPress`: `site/` its document root. Ignored by git. */
export const wordPressFolder = join(root, 'out/wordpress')

type Fflate = { unzipSync(bytes: Uint8Array): Record<string, Uint8Array> }

async function unzip(made: string, archive: string, to: string, strip = 0): Promise<void> {
  const { unzipSync } = (await import(
    /* @vite-ignore */ pathToFileURL(join(made, 'node_modules/fflate/esm/index.mjs')).href
  )) as Fflate
  for (const [name, bytes] of Object.entries(unzipSync(await readFile(archive)))) {
    const path = join(to, ...name.split('/').slice(strip))
    if (name.endsWith('/')) continue
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes)
  }
}

async function installPhp(made: string): Promise<void> {
  await mkdir(join(made, 'none'))
  await writeFile(join(made, 'none/package.json'), '{"name":"none","version":"0.0.0"}')
  const overrides = Object.fromEntries(otherVersions.map((version) => [`@php-wasm/node-${version}`, 'file:./none']))
  await writeFile(join(made, 'package.json'), JSON.stringify({ private: true, dependencies: php, overrides }))
  await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--silent', '--prefix', made])
}

async function layOut(made: string): Promise<void> {
  await run('npm', ['pack', builds.tarball, '--ignore-scripts', '--silent', '--pack-destination', made], { cwd: made })
  await run('tar', ['xzf', join(made, builds.file), '-C', made, ...Object.values(inBuilds)])
  const site = join(made, 'site')
  const plugin = join(site, 'wp-content/plugins/sqlite-database-integration')
  await unzip(made, join(made, inBuilds.code), site)
  await cp(join(made, inBuilds.files), site, { recursive: true })
  await unzip(made, join(made, inBuilds.sqlite), plugin, 1)
  const dropIn = await readFile(join(plugin, 'db.copy'), 'utf8')
  await writeFile(
    join(site, 'wp-content/db.php'),
    dropIn.replaceAll('{SQLITE_PLUGIN}', 'sqlite-database-integration/load.php'),
  )
  for (const spent of ['package', builds.file]) await rm(join(made, spent), { recursive: true })
}

/**
 * Installs WordPress 6.5 on PHP-WASM into `out/wordpress`, from npm alone. Does nothing when it is there. Rejects, leaving no half-made
 * folder, when npm cannot fetch it.
 */
export async function installWordPress(): Promise<string> {
  if ((await readFile(join(wordPressFolder, '.stamp'), 'utf8').catch(() => '')) === stamp) return wordPressFolder
  await mkdir(join(root, 'out'), { recursive: true })
  const made = await mkdtemp(join(root, 'out/wordpress-'))
  try {
    await installPhp(made)
    await layOut(made)
    await writeFile(join(made, '.stamp'), stamp)
    await rm(wordPressFolder, { recursive: true, force: true })
    await rename(made, wordPressFolder)
    return wordPressFolder
  } catch (cause) {
    await rm(made, { recursive: true, force: true })
    throw new Error('WordPress 没有装上：npm 取不到测试用的 WordPress。请检查网络或 npm 镜像后重试。', { cause })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await installWordPress())
