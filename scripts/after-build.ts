/**
 * What follows `next build`: the service worker is bundled beside the app (`/sw.js` sends it with what it is of; the
 * desk has none), and it is written down what the build was made from.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { APP_STAMP_FILE, stampOfApp } from './stamp';

if (process.env.EDIT !== '1') {
  await build({
    entryPoints: ['lib/offline/worker.ts'],
    outfile: join('.next', 'sw.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
}
await writeFile(APP_STAMP_FILE, stampOfApp());
