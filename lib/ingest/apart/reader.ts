/**
 * A child process that reads pages one after another: `reader.ts DATA_DIR MEGABYTES`. A thread of its own watches its
 * memory, because the thread that reads may be deep in a library and answer nobody.
 */
import { Worker } from 'node:worker_threads';
import { ingestBytes } from '../ingest';
import { IngestFailure } from '../read/failure';
import { loadIngestRegistry } from '../recognise/registry';
import type { Answer, Job } from './message';

/** How often memory is looked at, ms: a library takes about 2 GB in a second. */
const LOOK = 20;

const [dataDir = '', megabytes] = process.argv.slice(2);
const watch = `
const { limit, parent } = require('node:worker_threads').workerData;
setInterval(() => {
  if (process.memoryUsage.rss() > limit || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, ${LOOK});`;
new Worker(watch, {
  eval: true,
  workerData: { limit: Number(megabytes) * 1024 * 1024, parent: process.ppid },
  execArgv: [],
}).unref();

const registry = await loadIngestRegistry(dataDir);
process.on('disconnect', () => process.exit());
process.on('message', (job: Job) => void read(job).then(send));
send({ is: 'ready' });

async function read({ bytes, name, known, today }: Job): Promise<Answer> {
  try {
    return { is: 'read', ingested: await ingestBytes(bytes, name, registry, known, today) };
  } catch (error) {
    if (error instanceof IngestFailure)
      return { is: 'refused', code: error.code, what: error.message, remedy: error.remedy };
    return { is: 'broken', reason: error instanceof Error ? error.message : String(error) };
  }
}

function send(answer: Answer): void {
  process.send?.(answer);
}
