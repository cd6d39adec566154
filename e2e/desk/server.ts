/**
 * A desk of its own for these tests: `.next-desk` as `EDIT=1 next build` made it, served from a folder that has a copy
 * of the data, so that nothing they save is the project's.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test as base, expect } from '../test';

export interface Desk {
  folder: string;
  origin: string;
  /** The address that is printed. */
  entrance: string;
}

export const test = base.extend<object, { desk: Desk }>({
  desk: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const project = resolve('.');
      const folder = await mkdtemp(join(tmpdir(), 'desk-'));
      for (const part of ['data', '.index'])
        await cp(join(project, part), join(folder, part), { recursive: true });
      for (const part of await readdir(project))
        if (part !== 'data' && part !== '.index') await symlink(join(project, part), join(folder, part));
      const port = await freePort();
      const token = crypto.randomUUID();
      const server = spawn(
        process.execPath,
        ['scripts/serve/index.js', '-p', String(port), '-H', '127.0.0.1'],
        {
          cwd: folder,
          env: { ...process.env, EDIT: '1', DESK_TOKEN: token, PORT: String(port) },
          stdio: 'ignore',
        },
      );
      const origin = `http://127.0.0.1:${port}`;
      try {
        await answering(origin, server);
        await use({ folder, origin, entrance: `${origin}/ban-bien-tap/vao?khoa=${token}` });
      } finally {
        server.kill();
        await rm(folder, { recursive: true, force: true });
      }
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});
export { expect };

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function answering(origin: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error('no .next-desk: run EDIT=1 npx next build');
    const answer = await fetch(`${origin}/icon.svg`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 200));
  }
}
