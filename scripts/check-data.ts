/**
 * npm run check-data [-- DIR]
 *
 * Reads the whole catalogue and its settings and names every fault: file, line, field and reason. Exit code 0 where all is well, 1
 * where there are faults, 2 where there is no data folder.
 */
import { dataDirectory } from '../lib/catalogue/directory';
import { formatFault } from '../lib/catalogue/fault';
import { loadCorpus, NoDataFolder } from '../lib/catalogue/load';
import { loadSettings } from '../lib/site/settings';

const dataDir = process.argv[2] ?? dataDirectory();
try {
  const { corpus, faults: found } = await loadCorpus(dataDir);
  const faults = [...loadSettings(dataDir).faults, ...found];
  for (const fault of faults) console.error(formatFault({ ...fault, file: `${dataDir}/${fault.file}` }));
  const { reports, directives, plenums, provinces } = corpus;
  const held = `${reports.length} reports, ${directives.length} directives, ${plenums.length} plenums, ${provinces.length} provinces`;
  console.log(`${dataDir}: ${held}, ${faults.length} fault(s)`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof NoDataFolder)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
