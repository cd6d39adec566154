/**
 * `npm run new-catalogue -- DIR`: a data folder of one's own: no report yet, settings to fill in, and the registry and
 * gazetteer shared with this repository until the folder holds its own.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { SETTINGS_FILE } from '../lib/site/settings';

const SETTINGS = `# What your site is called and how it presents itself. npm run check-data -- DIR names every fault with its line.
# A change is taken up at the next start. A line that begins with # is not read: take the # away to set the field.
name: Báo cáo tuyên giáo
purpose: Tìm trong báo cáo về công tác tuyên giáo của địa phương, theo kỳ báo cáo và văn bản được nhắc tới.
# Under which the data may be used by others; url may be left out.
licence: { name: Chưa chọn giấy phép }
# keeper: { name: Ban Tuyên giáo và Dân vận Tỉnh ủy …, url: https://… }
# contact: mailto:ten@tinh.example
# Where people report mistakes; the contact where this is left out.
# mistakes: https://…
# The address the site is reached under, and the path below it where it is not at the top.
# address: https://bao-cao.tinh.example
# basePath: /bao-cao
# Colours of links and buttons, checked to be readable.
# accent: { light: "#0b5364", dark: "#82c9d8" }
# scope:
#   holds: Báo cáo của …
#   lacks: …
#   sources: …
# The filters shown, in this site's order.
# facets: [tinh, ky, vb, cap, loai, chu-de]
`;

const README = `# A catalogue

\`reports/<year>/<id>.md\` holds one report a file; \`site.yaml\` says what the site is called. Directives, plenums and places
are those shared by all catalogues; to change one of them, put your own \`directives.yaml\`, \`plenums.yaml\` or
\`places/<file>\` here: it takes the place of the shared file. \`data/README.md\` of the program tells what stands in each.

    DATA_DIR=<this folder> npm run ingest -- FILE…    # reads saved pages into reports
    npm run check-data -- <this folder>               # names every fault
    DATA_DIR=<this folder> npm start                  # serves it
    DATA_DIR=<this folder> npm run export             # writes it as files for any web host
`;

const dir = new Command('new-catalogue')
  .description('Makes an empty catalogue')
  .argument('<folder>', 'a new or empty folder')
  .parse().args[0] as string;

if (existsSync(dir) && (await readdir(dir).catch(() => [''])).length > 0) {
  console.error(`new-catalogue: ${dir} is not an empty folder`);
  process.exit(1);
}
await mkdir(join(dir, 'reports'), { recursive: true });
// Keeps the empty folder in a repository.
await writeFile(join(dir, 'reports', '.gitkeep'), '');
await writeFile(join(dir, SETTINGS_FILE), SETTINGS);
await writeFile(join(dir, 'README.md'), README);
console.log(
  `${dir}: an empty catalogue. Name it in ${join(dir, SETTINGS_FILE)}, then: DATA_DIR=${dir} npm start`,
);
