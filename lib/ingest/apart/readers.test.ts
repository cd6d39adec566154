import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { pageOf, TODAY } from '../fixtures';
import { type Limits, limitsFrom, Readers } from './readers';

const PAGE = Buffer.from(
  pageOf({
    lead: 'Ngày 5/5/2021, Ban Tuyên giáo Tỉnh ủy Hưng Yên giao ban quý I năm 2021, bàn việc làm theo Chỉ thị số 05-CT/TW ở cơ sở.',
  }),
);

const open: Readers[] = [];
function readersWith(limits: Partial<Limits>): Readers {
  const readers = new Readers('data', { ...limitsFrom({}), ...limits }, 1);
  open.push(readers);
  return readers;
}
afterEach(() => {
  for (const readers of open.splice(0)) readers.close();
});

const read = (readers: Readers, bytes = PAGE) => readers.ingest(bytes, 'page.txt', {}, TODAY);

/** The process that reads, as the system lists it. */
function readerPid(): number {
  const listing = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const line = listing
    .split('\n')
    .find((row) => row.trim().split(/\s+/)[1] === String(process.pid) && row.includes('apart/reader.ts'));
  return Number(line?.trim().split(/\s+/)[0]);
}

describe('Readers', () => {
  it('reads pages as they are read at home, one process for all', async () => {
    const readers = readersWith({});
    const first = await read(readers);
    expect(first.report).toMatchObject({ province: 'hung-yen', directives: ['05-CT/TW@XII'] });
    const pid = readerPid();
    await Promise.all([read(readers), read(readers)]);
    expect(readerPid()).toBe(pid);
  });

  it('hands on why a page is refused', async () => {
    await expect(read(readersWith({}), Buffer.from('%PDF-1.4 nothing'))).rejects.toMatchObject({
      name: 'IngestFailure',
      code: 'broken',
    });
  });

  it('ends a process that does not answer in time, and reads the next page', async () => {
    const readers = readersWith({ seconds: 6 });
    await read(readers);
    process.kill(readerPid(), 'SIGSTOP');
    await expect(read(readers)).rejects.toMatchObject({ code: 'too-slow' });
    await expect(read(readers)).resolves.toMatchObject({ format: 'txt' });
  });

  it('ends a process that takes too much memory, and reads the next page', async () => {
    const readers = readersWith({ megabytes: 260 });
    const big = Buffer.from(`${PAGE.toString()}\n${'\u00a0một hai ba bốn'.repeat(900_000)}`);
    await expect(read(readers, big)).rejects.toMatchObject({ code: 'too-much' });
    await expect(read(readers)).resolves.toMatchObject({ format: 'txt' });
  });

  it('gives a page whose process was killed under it another one', async () => {
    const readers = readersWith({});
    await read(readers);
    const pid = readerPid();
    process.kill(pid, 'SIGSTOP');
    const waiting = read(readers);
    process.kill(pid, 'SIGKILL');
    await expect(waiting).resolves.toMatchObject({ format: 'txt' });
  });

  it('gives it no more time than is left', async () => {
    const readers = readersWith({ seconds: 6 });
    await read(readers);
    const spent = vi.spyOn(performance, 'now');
    process.kill(readerPid(), 'SIGSTOP');
    const waiting = read(readers);
    // By the clock of this process its six seconds are over when the first reader ends.
    const now = performance.now();
    spent.mockImplementation(() => now + 6000);
    process.kill(readerPid(), 'SIGKILL');
    await expect(waiting).rejects.toMatchObject({ code: 'too-slow' });
    spent.mockRestore();
    await expect(read(readers)).resolves.toMatchObject({ format: 'txt' });
  });

  it('says why no process can be started', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'readers-'));
    writeFileSync(join(folder, 'directives.yaml'), '[');
    const readers = new Readers(folder, limitsFrom({}), 1);
    await expect(read(readers)).rejects.toThrow(/did not start/);
    rmSync(folder, { recursive: true });
  });
});
