/** `npm run bundles`: lists the scripts of each page with their sizes, after a build, beside what it was. */
import { routeScripts } from './bundle';

for (const { route, size, measured, chunks } of routeScripts()) {
  console.log(`${route}: ${size.toFixed(1)} KiB gzip, was ${measured ?? 'not there'}`);
  for (const chunk of chunks) console.log(`  ${chunk.size.toFixed(1).padStart(6)}  ${chunk.file}`);
}
