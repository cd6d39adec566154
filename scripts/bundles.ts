/** `npm run bundles`: lists the scripts of each page with their sizes and budgets, after a build. */
import { routeScripts } from './bundle';

for (const { route, size, budget, chunks } of routeScripts()) {
  console.log(`${route}: ${size.toFixed(1)} KiB gzip, budget ${budget ?? 'none'}`);
  for (const chunk of chunks) console.log(`  ${chunk.size.toFixed(1).padStart(6)}  ${chunk.file}`);
}
