/**
 * A file to a cleaned page. What a file is, its first bytes say, not its name.
 *
 *   .txt   bytes ─ decode ───────────────────────┐
 *   .html  bytes ─ decode ─ visible lines, hints ┤
 *   .docx  zip checked ─ paragraphs ─────────────┼─ tidy ─ clean ─ Page
 *   .pdf   text layer ─ paragraphs rejoined ─────┘
 */
import { cleanPage, type Hints } from '../page/clean';
import { mendDigits } from '../page/official';
import type { Metadata, Page } from '../page/page';
import { syllableShare } from '../page/syllable';
import { sourceText } from '../page/text';
import { unwrap } from '../page/unwrap';
import type { Warning } from '../recognise/finding';
import { decode, type Encoding } from './decode';
import { IngestFailure } from './failure';
import type { RawPage } from './raw';

export type Format = 'txt' | 'html' | 'docx' | 'pdf';

export interface ReadPage {
  page: Page;
  format: Format;
  encoding: Encoding | null;
  warnings: Warning[];
}

/** Larger files are refused unread, in bytes. A saved article with its site around it is well below 2 MB. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** Share of words that are Vietnamese syllables, below which a text is in another language or badly decoded. */
const VIETNAMESE = 0.4;

/**
 * Reads the bytes of one file. `name` serves the warning about a wrong extension only; `url` is the page's address
 * where the person knows it.
 *
 * @throws IngestFailure with what is wrong and what to do.
 */
export async function readPage(bytes: Uint8Array, name: string, url: string | null): Promise<ReadPage> {
  if (bytes.length > LARGEST_FILE) throw tooLarge(bytes.length);
  const format = formatOf(bytes);
  const raw = await rawPage(bytes, format);
  const warnings: Warning[] = [];
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (extension && extension !== format && !(format === 'html' && extension === 'htm'))
    warnings.push({
      code: 'wrong-extension',
      field: 'file',
      text: `The file is named .${extension} but holds ${format}.`,
    });
  if (raw.encoding === 'mixed')
    warnings.push({
      code: 'mixed-encoding',
      field: 'file',
      text: 'Lines of the file are in different encodings; each was read by itself.',
    });
  const source = sourceText(
    withoutControls(format === 'pdf' || format === 'docx' ? mendDigits(raw.text) : raw.text),
  );
  for (const [field, value] of Object.entries(raw.metadata) as [keyof Metadata, string | undefined][])
    if (value) raw.metadata[field] = withoutControls(value);
  const clean = (hints?: Hints) =>
    cleanPage(
      format === 'txt' ? unwrap(source) : source,
      raw.metadata,
      url ?? raw.metadata.url ?? null,
      hints,
    );
  let page = clean(raw.hints);
  // What the site's code takes for furniture may be the article itself.
  if (raw.hints && !page.lines.some((line) => line.role === 'body')) page = clean();
  if (!page.lines.some((line) => line.role === 'body'))
    throw new IngestFailure(
      'no-body',
      'no article was found on the page',
      'check that the file holds the article itself',
    );
  const body = page.lines.filter((line) => line.role === 'body');
  if (syllableShare(body.map(({ text }) => text).join(' ')) < VIETNAMESE)
    throw new IngestFailure(
      'not-vietnamese',
      'the text is not Vietnamese in any encoding known here',
      'save it as UTF-8 from the program that shows it right',
    );
  return { page, format, encoding: raw.encoding, warnings };
}

/** Control characters and halves of characters, one unit for one, so that offsets stay: no file may hold them. */
function withoutControls(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}/gu, ' ').toWellFormed();
}

export function tooLarge(bytes: number): IngestFailure {
  const size = Math.ceil(bytes / 1024 / 1024);
  return new IngestFailure(
    'too-large',
    `the file has ${size} MB, more than ${LARGEST_FILE / 1024 / 1024} MB`,
    'save the article alone',
  );
}

async function rawPage(bytes: Uint8Array, format: Format): Promise<RawPage> {
  switch (format) {
    case 'pdf':
      return (await import('./pdf')).readPdf(bytes);
    case 'docx':
      return (await import('./docx')).readDocx(bytes);
    case 'html':
      return (await import('./html')).readHtml(decode(bytes));
    default: {
      const { text, encoding } = decode(bytes);
      return { text, metadata: {}, encoding };
    }
  }
}

function startsWith(bytes: Uint8Array, ...signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function formatOf(bytes: Uint8Array): Format {
  if (bytes.length === 0) throw new IngestFailure('empty', 'the file is empty', 'save the page again');
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  if (/^[\s\ufeff]{0,8}%PDF-/.test(head)) return 'pdf';
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6)) return 'docx';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new IngestFailure(
      'encrypted',
      'an old .doc file or one with a password',
      'open it in Word and save it as .docx without a password',
    );
  if (
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    head.startsWith('GIF8')
  )
    throw new IngestFailure('scanned', 'a picture, not text', 'give the text of the page');
  return /^[^<]{0,300}<(?:!doctype html|html|head|body|meta|div|p|article|table)\b/i.test(
    head.replaceAll('\0', ''),
  )
    ? 'html'
    : 'txt';
}
