/** Bundles the service worker beside the build of the app: `/sw.js` sends it with what it is of. The desk has none. */
import { build } from 'esbuild';

if (process.env.EDIT === '1') process.exit(0);
await build({
  entryPoints: ['lib/offline/worker.ts'],
  outfile: '.next/sw.js',
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"' },
});
