/** Damaged files of all four kinds, read as `npm run ingest` reads them. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { dataDirectory } from '../../lib/catalogue/directory';
import { limitsFrom, Readers } from '../../lib/ingest/apart/readers';
import { IngestFailure } from '../../lib/ingest/read/failure';
import { docx, pdf } from '../../lib/ingest/read/fixtures';
import { Chance } from './chance';
import { quantile, type Row } from './row';

const FORMATS = ['txt', 'html', 'docx', 'pdf'] as const;
type Format = (typeof FORMATS)[number];

/** Past the limit of a page itself: sending it over, ending the process. */
const SLACK_MS = 2000;

/** @param count of damaged files, shared evenly by the four formats */
export async function damagedFiles(count: number, seed: number): Promise<Row[]> {
  const chance = new Chance(seed);
  const texts = await goldTexts();
  const limits = limitsFrom({});
  const readers = new Readers(dataDirectory(), limits);
  const today = new Date().toISOString().slice(0, 10);
  const tally = { read: 0, refused: 0, ended: 0, broken: [] as string[] };
  const times: number[] = [];
  const one = async (index: number, format: Format, bytes: Buffer, damage: string): Promise<void> => {
    const name = `${index}-${damage}.${format}`;
    const started = performance.now();
    try {
      await readers.ingest(bytes, name, {}, today);
      tally.read++;
    } catch (error) {
      if (!(error instanceof IngestFailure)) tally.broken.push(`${name}: ${error}`);
      else if (/\p{Cc}/u.test(`${error.message}${error.remedy}`)) tally.broken.push(`${name}: not one line`);
      else if (error.code === 'too-slow' || error.code === 'too-much') tally.ended++;
      else tally.refused++;
    }
    times.push(performance.now() - started);
  };
  for (let index = 0; index < count; index++) {
    const format = FORMATS[index % FORMATS.length] as Format;
    const whole = wholeFile(format, chance.of(texts));
    const damage = chance.of(DAMAGES);
    await one(index, format, damage.to(whole, chance, texts), damage.name);
  }
  readers.close();
  const slowest = Math.max(...times) / 1000;
  for (const fault of tally.broken.slice(0, 10)) console.error(`ingest: ${fault}`);
  return [
    {
      promise: 'one damaged page cannot stop the rest; each is one line',
      how: `${count} files cut, flipped, nested, swapped, in four formats`,
      figure: `${tally.read} read, ${tally.refused} refused, ${tally.ended} ended at a limit, ${tally.broken.length} otherwise`,
      holds: tally.broken.length === 0,
    },
    {
      promise: `a page takes at most ${limits.seconds} s and ${limits.megabytes} MB`,
      how: 'the same files',
      figure: `median ${quantile(times, 0.5).toFixed(1)} ms, slowest ${slowest.toFixed(1)} s`,
      holds: slowest * 1000 <= limits.seconds * 1000 + SLACK_MS,
    },
  ];
}

async function goldTexts(): Promise<string[]> {
  const folder = join('data', 'ingest-gold', 'rules');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt'));
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
}

function wholeFile(format: Format, text: string): Buffer {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const marked = lines.map((line) => line.replace(/[<>&]/g, ' '));
  switch (format) {
    case 'txt':
      return Buffer.from(text);
    case 'html':
      return Buffer.from(
        `<!doctype html><html><head><meta charset="utf-8"><title>${marked[0]}</title></head><body><article>${marked.map((line) => `<p>${line}</p>`).join('')}</article></body></html>`,
      );
    case 'docx':
      return docx(marked);
    case 'pdf': {
      const plain = lines.map((line) =>
        line
          .normalize('NFD')
          .replace(/[^\x20-\x7e]/g, '')
          .replace(/[\\()]/g, ''),
      );
      const content = `BT /F1 12 Tf ${plain.map((line, index) => `1 0 0 1 50 ${700 - index * 14} Tm (${line}) Tj`).join(' ')} ET`;
      return pdf(deflateSync(content).toString('latin1'), '', [], '/Filter /FlateDecode');
    }
  }
}

interface Damage {
  name: string;
  to(whole: Buffer, chance: Chance, texts: readonly string[]): Buffer;
}

const SIGNATURES = ['%PDF-1.7\n', 'PK\u0003\u0004', '<!doctype html><html>', '\u00ff\u00fe', ''].map((text) =>
  Buffer.from(text, 'latin1'),
);
const OPENERS = [
  '<div>',
  '<meta ',
  '<b><i>',
  '<w:p><w:r>',
  '<table><tr><td>',
  '[',
  '<<',
  '(',
  'q ',
  '&amp;',
  '<!--',
];

const DAMAGES: readonly Damage[] = [
  { name: 'whole', to: (whole) => whole },
  { name: 'cut', to: (whole, chance) => whole.subarray(0, chance.below(whole.length)) },
  { name: 'headless', to: (whole, chance) => whole.subarray(chance.below(whole.length)) },
  {
    name: 'flipped',
    to: (whole, chance) => {
      const bytes = Buffer.from(whole);
      for (let left = 1 + chance.below(40); left > 0; left--) {
        const at = chance.below(bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
      }
      return bytes;
    },
  },
  {
    name: 'blotted',
    to: (whole, chance) => {
      const bytes = Buffer.from(whole);
      const at = chance.below(bytes.length);
      return bytes.fill(chance.below(256), at, at + chance.below(bytes.length - at));
    },
  },
  {
    name: 'repeated',
    to: (whole, chance) => {
      const at = chance.below(whole.length);
      const piece = whole.subarray(at, at + 1 + chance.below(200));
      return Buffer.concat([
        whole.subarray(0, at),
        ...Array(1 + chance.below(3000)).fill(piece),
        whole.subarray(at),
      ]);
    },
  },
  {
    name: 'nested',
    to: (whole, chance) => {
      const at = chance.below(whole.length);
      const opener = Buffer.from(chance.of(OPENERS));
      return Buffer.concat([
        whole.subarray(0, at),
        ...Array(chance.below(20_000)).fill(opener),
        whole.subarray(at),
      ]);
    },
  },
  { name: 'swapped', to: (whole, chance) => Buffer.concat([chance.of(SIGNATURES), whole]) },
  {
    name: 'spliced',
    to: (whole, chance, texts) => {
      const other = wholeFile(chance.of(FORMATS), chance.of(texts));
      return Buffer.concat([
        whole.subarray(0, chance.below(whole.length)),
        other.subarray(chance.below(other.length)),
      ]);
    },
  },
  {
    name: 'numbers',
    to: (whole, chance) => {
      const text = whole.toString('latin1');
      return Buffer.from(
        text.replace(/\d+/g, (digits) => (chance.next() < 0.1 ? String(chance.below(2 ** 31)) : digits)),
        'latin1',
      );
    },
  },
];
