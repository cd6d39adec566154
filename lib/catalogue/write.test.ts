import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataFolderBusy, lockDataFolder } from './write';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'write-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

/** Another process, as a second run of the command is, that runs a line with this folder at hand. */
async function other(line: string, limits = ''): Promise<{ child: ChildProcess; said: string }> {
  const code = `import('${join(import.meta.dirname, 'write.ts')}').then(async ({ lockDataFolder, writeWhole }) => { const dataDir = '${dataDir}'; ${line} })`;
  const child = spawn('sh', ['-c', `${limits} exec "$0" --import tsx -e "$1"`, process.execPath, code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  return { child, said: String(said).trim() };
}

describe('lockDataFolder', () => {
  it('keeps a second run out until the first ends', async () => {
    const end = await lockDataFolder(dataDir);
    const { said } = await other(
      `await lockDataFolder(dataDir).then(() => console.log('in'), (error) => console.log(error.name));`,
    );
    expect(said).toBe('DataFolderBusy');
    await expect(lockDataFolder(dataDir)).rejects.toThrow(DataFolderBusy);
    await end();
    await (await lockDataFolder(dataDir))();
    expect(await readdir(dataDir)).toEqual([]);
  });

  it('takes over from a run that was killed', async () => {
    const { child } = await other(
      `await lockDataFolder(dataDir); console.log('in'); setInterval(() => {}, 1000);`,
    );
    await expect(lockDataFolder(dataDir)).rejects.toThrow(DataFolderBusy);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await lockDataFolder(dataDir))();
  });

  it('takes over from another machine only when it has not renewed its lock for a minute', async () => {
    const lock = join(dataDir, '.writing');
    await writeFile(lock, `process 1 on elsewhere.example, ${crypto.randomUUID()}`);
    await expect(lockDataFolder(dataDir)).rejects.toThrow('process 1 on elsewhere.example');
    await utimes(lock, new Date(), new Date(Date.now() - 61_000));
    await (await lockDataFolder(dataDir))();
  });
});

describe('writeWhole', () => {
  it('leaves the former file and no other where the disk takes no more', async () => {
    await writeFile(join(dataDir, 'a.md'), 'former');
    // No file may grow beyond 4 kB: what a full disk does, without filling one.
    const { said } = await other(
      `process.on('SIGXFSZ', () => {}); await writeWhole(dataDir + '/a.md', 'x'.repeat(100000)).then(() => console.log('written'), (error) => console.log(error.code));`,
      'ulimit -f 8;',
    );
    expect(said).toBe('EFBIG');
    expect(await readdir(dataDir)).toEqual(['a.md']);
    expect(await readFile(join(dataDir, 'a.md'), 'utf8')).toBe('former');
  });
});
