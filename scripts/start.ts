/**
 * `npm start`: checks the data, builds what is missing or out of date, and serves on PORT (3000).
 * DATA_DIR serves another data folder of the same form.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataDirectory } from '../lib/catalogue/directory';
import { readBuiltIndex } from '../lib/search/built-index';

/** Folders that the build is made from, besides the data and the settings at the top level. */
const SOURCES = ['app', 'components', 'lib', 'public'];
/** Written by the build itself. */
const GENERATED = /^next-env\.d\.ts$|\.tsbuildinfo$/;
const STAMP = join('.next', 'built-from');

const settings = (await readdir('.')).filter(
  (name) => /\.(js|mjs|ts|json)$/.test(name) && !GENERATED.test(name),
);
const stamp = await digestOf([...SOURCES, ...settings.sort(), dataDirectory()], process.env.SITE_URL ?? '');
const built = existsSync(join('.next', 'BUILD_ID')) && (await readFile(STAMP, 'utf8').catch(() => ''));
if (built !== stamp || !(await readBuiltIndex())) {
  await run('npm', ['run', 'build']);
  await writeFile(STAMP, stamp);
}
await run(join('node_modules', '.bin', 'next'), ['start', ...process.argv.slice(2)]);

/** A hash over names and contents of every file under the given paths, and a setting; tests do not count. */
async function digestOf(paths: readonly string[], setting: string): Promise<string> {
  const hash = createHash('sha256').update(setting);
  for (const path of paths) {
    hash.update(path);
    if (!existsSync(path)) continue;
    const names = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null);
    const files = names
      ? names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
      : [path];
    for (const file of files.sort()) {
      if (!/\.test\.tsx?$/.test(file)) hash.update(file).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

/** Runs a command in this terminal; ends this process with its exit code where it fails. */
function run(command: string, args: string[]): Promise<void> {
  const child = spawn(command, args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`start: cannot run ${command}: ${error.message}`);
      process.exit(1);
    });
    child.on('exit', (code) => (code === 0 ? resolve() : process.exit(code ?? 1)));
  });
}
