/** A document added to the registry: the last of `directives.yaml`, the rest of the file as it stands. */
import { readFile } from 'node:fs/promises';
import { Document, parse } from 'yaml';
import { z } from 'zod';
import { withoutDefaults } from '../catalogue/defaults';
import { faultsOf } from '../catalogue/fault';
import { pathOf } from '../catalogue/files';
import { DIRECTIVES_FILE } from '../catalogue/registry';
import { type DirectiveEntry, directiveEntrySchema } from '../catalogue/schema';
import { lockDataFolder, writeWhole } from '../catalogue/write';
import { type DeskRoom, forgetRoom } from './room';
import type { FormFault } from './save';
import { faultWords } from './words';

/**
 * @returns the faults of the entry; none where it was added
 * @throws DataFolderBusy, and what the file system does: nothing has changed then.
 */
export async function addDirective(
  entry: unknown,
  { dataDir }: Pick<DeskRoom, 'dataDir'>,
): Promise<FormFault[]> {
  const checked = directiveEntrySchema.safeParse(entry);
  if (!checked.success)
    return faultsOf(checked.error, DIRECTIVES_FILE).map(({ field, reason }) => ({
      field,
      reason: faultWords(reason),
    }));
  const end = await lockDataFolder(dataDir);
  return append(checked.data, dataDir).finally(end);
}

async function append(entry: DirectiveEntry, dataDir: string): Promise<FormFault[]> {
  const path = pathOf(dataDir, DIRECTIVES_FILE);
  const text = await readFile(path, 'utf8');
  const known = z.array(directiveEntrySchema).parse(parse(text));
  if (known.some(({ id }) => id === entry.id)) return [{ field: 'id', reason: 'đã có trong sổ văn bản' }];
  await writeWhole(path, `${text.trimEnd()}\n\n${itemOf(entry)}`);
  forgetRoom();
  return [];
}

function itemOf(entry: DirectiveEntry): string {
  return new Document([withoutDefaults(entry, directiveEntrySchema.shape)]).toString({ lineWidth: 0 });
}
