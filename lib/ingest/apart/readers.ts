/**
 * Pages read apart, in child processes that may take so long and so much: whatever a file does to the libraries that
 * read it, the run goes on. A process is used again for the next page, so that ordinary pages cost nothing more.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Ingested } from '../ingest';
import { IngestFailure } from '../read/failure';
import type { Known } from '../recognise/extract';
import type { Answer, Job } from './message';

/** What one page may take. */
export interface Limits {
  seconds: number;
  /** Resident memory of the process that reads it, the libraries and the registry included (about 150 MB). */
  megabytes: number;
}

/** `INGEST_SECONDS` and `INGEST_MEGABYTES`, else 20 s and 512 MB. */
export function limitsFrom(env: Readonly<Record<string, string | undefined>>): Limits {
  const positive = (text: string | undefined, otherwise: number) => {
    const value = Number(text);
    return value > 0 && Number.isFinite(value) ? value : otherwise;
  };
  return {
    seconds: positive(env.INGEST_SECONDS, 20),
    megabytes: positive(env.INGEST_MEGABYTES, 512),
  };
}

interface Waiting {
  job: Job;
  /** What readers that ended under it have spent on it, ms. */
  spent: number;
  resolve(ingested: Ingested): void;
  reject(error: Error): void;
}

interface Reader {
  process: ChildProcess;
  /** What it works at; null while it starts or rests. */
  work: Waiting | null;
  deadline?: NodeJS.Timeout;
  /** When it was given its work, ms. */
  since: number;
  ready: boolean;
  /** Pages read before this one. */
  done: number;
  stderr: string;
}

/** Share of the memory that JavaScript objects may take; the rest is for the program and for bytes. */
const HEAP_SHARE = 0.7;

export class Readers {
  private readonly queue: Waiting[] = [];
  private readonly readers = new Set<Reader>();
  private closed = false;
  /** A field, because a bundler takes a path within the call for a module of its own and looks for it. */
  private readonly program = join(process.cwd(), 'lib/ingest/apart/reader.ts');

  constructor(
    private readonly dataDir: string,
    private readonly limits: Limits = limitsFrom(process.env),
    private readonly most = availableParallelism(),
  ) {}

  /**
   * Reads one page.
   *
   * @param name of the file, for the warning about a wrong extension
   * @param today ISO day; no page is from after it
   * @throws IngestFailure where it cannot become a report, `too-slow` and `too-much` where it went over its limits.
   */
  ingest(bytes: Uint8Array, name: string, known: Known, today: string): Promise<Ingested> {
    return new Promise((resolve, reject) => {
      this.queue.push({ job: { bytes, name, known, today }, spent: 0, resolve, reject });
      this.next();
    });
  }

  /** Ends every process; pages still waiting are refused. */
  close(): void {
    this.closed = true;
    for (const { process: child } of this.readers) child.kill('SIGKILL');
  }

  private next(): void {
    const waiting = this.queue[0];
    if (!waiting) return;
    const free = [...this.readers].find(({ ready, work }) => ready && work === null);
    if (free) {
      this.queue.shift();
      this.give(free, waiting);
    } else if (this.readers.size < this.most && this.starting() < this.queue.length) this.start();
  }

  private starting(): number {
    return [...this.readers].filter(({ ready }) => !ready).length;
  }

  private give(reader: Reader, waiting: Waiting): void {
    reader.work = waiting;
    reader.since = performance.now();
    reader.process.ref();
    reader.process.channel?.ref();
    reader.deadline = setTimeout(
      () => {
        this.readers.delete(reader);
        reader.process.kill('SIGKILL');
        waiting.reject(tooSlow(this.limits.seconds));
        this.next();
      },
      Math.max(0, this.limits.seconds * 1000 - waiting.spent),
    );
    reader.process.send(waiting.job);
  }

  private start(): void {
    const child = fork(this.program, [this.dataDir, String(this.limits.megabytes)], {
      execArgv: ['--import', 'tsx', `--max-old-space-size=${Math.ceil(this.limits.megabytes * HEAP_SHARE)}`],
      serialization: 'advanced',
      // Libraries print warnings of their own; standard output is for what was found.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const reader: Reader = { process: child, work: null, since: 0, ready: false, done: 0, stderr: '' };
    this.readers.add(reader);
    child.stderr?.on('data', (text) => {
      reader.stderr = `${reader.stderr}${text}`.slice(-2000);
    });
    child.on('message', (answer: Answer) => this.take(reader, answer));
    child.on('error', ({ message }) => this.leave(reader, null, message));
    child.on('exit', (_, signal) =>
      this.leave(reader, signal, reader.stderr.trim().split('\n').at(-1) ?? ''),
    );
  }

  private take(reader: Reader, answer: Answer): void {
    if (answer.is === 'ready') {
      reader.ready = true;
      this.rest(reader);
    } else
      this.settle(reader, ({ resolve, reject }) => {
        if (answer.is === 'read') resolve(answer.ingested);
        else if (answer.is === 'refused') reject(new IngestFailure(answer.code, answer.what, answer.remedy));
        else reject(new Error(answer.reason));
      });
    this.next();
  }

  /** Hands its page's outcome on; the reader is free again. */
  private settle(reader: Reader, hand: (waiting: Waiting) => void): void {
    const { work } = reader;
    if (!work) return;
    clearTimeout(reader.deadline);
    reader.work = null;
    reader.done++;
    this.rest(reader);
    hand(work);
  }

  /** A reader without work does not keep the program from ending. */
  private rest({ process: child }: Reader): void {
    child.unref();
    child.channel?.unref();
    (child.stderr as { unref?(): void } | null)?.unref?.();
  }

  /** `why`: the last that the process said. */
  private leave(reader: Reader, signal: NodeJS.Signals | null, why: string): void {
    if (!this.readers.delete(reader)) return;
    clearTimeout(reader.deadline);
    const { work } = reader;
    if (this.closed) {
      for (const { reject } of [...(work ? [work] : []), ...this.queue.splice(0)])
        reject(new Error('the run was ended'));
      return;
    }
    if (!reader.ready)
      for (const { reject } of this.queue.splice(0))
        reject(new Error(`a process that reads pages did not start: ${why || signal}`));
    // What earlier pages left behind counts too: a page gets a process of its own before it is blamed, for what is left
    // of its time.
    else if (work && reader.done > 0) {
      work.spent += performance.now() - reader.since;
      this.queue.unshift(work);
    } else if (work)
      work.reject(
        signal === 'SIGKILL' || signal === 'SIGABRT'
          ? tooMuch(this.limits.megabytes)
          : new Error(`the process that read it broke: ${why || signal}`),
      );
    this.next();
  }
}

function tooSlow(seconds: number): IngestFailure {
  return new IngestFailure(
    'too-slow',
    `reading it takes more than ${seconds} seconds`,
    'save the article alone, or set INGEST_SECONDS',
  );
}

function tooMuch(megabytes: number): IngestFailure {
  return new IngestFailure(
    'too-much',
    `reading it takes more than ${megabytes} MB of memory`,
    'save the article alone, or set INGEST_MEGABYTES',
  );
}
