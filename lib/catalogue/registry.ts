/** The registry of Party documents: `directives.yaml` and `plenums.yaml`. */
import { z } from 'zod';
import { partsOfId, plenumOf, usualShortName } from '../domain/directive';
import type { Directive, Plenum } from '../domain/report';
import { type Fault, formatPath } from './fault';
import { type Read, readYaml } from './files';
import { type DirectiveEntry, directiveEntrySchema, plenumFileSchema } from './schema';

export const DIRECTIVES_FILE = 'directives.yaml';
export const PLENUMS_FILE = 'plenums.yaml';

/** Reads the registry; faults include ids said twice and links to documents that are not there. */
export async function loadRegistry(
  dataDir: string,
): Promise<{ directives: Directive[]; plenums: Plenum[]; faults: Fault[] }> {
  const [directiveFile, plenumFile] = await Promise.all([
    readYaml(dataDir, DIRECTIVES_FILE, z.array(directiveEntrySchema)),
    readYaml(dataDir, PLENUMS_FILE, plenumFileSchema),
  ]);
  const directives = (directiveFile.value ?? []).map(directiveOf);
  const plenums = Object.entries(plenumFile.value ?? {}).map(([id, documents]) => plenumOf(id, documents));
  const faults: Fault[] = [...directiveFile.faults, ...plenumFile.faults];
  if (faults.length > 0) return { directives, plenums, faults };

  const ids = new Set<string>();
  directives.forEach(({ id }, row) => {
    if (ids.has(id)) faults.push(faultAt(directiveFile, DIRECTIVES_FILE, [row, 'id'], `${id} stands twice`));
    ids.add(id);
  });
  directives.forEach(({ relations }, row) => {
    relations.forEach(({ to }, index) => {
      if (!ids.has(to))
        faults.push(
          faultAt(
            directiveFile,
            DIRECTIVES_FILE,
            [row, 'relations', index, 'to'],
            `${to} is not in ${DIRECTIVES_FILE}`,
          ),
        );
    });
  });
  for (const { id, documents } of plenums) {
    if (ids.has(id)) faults.push(faultAt(plenumFile, PLENUMS_FILE, [id], `stands in ${DIRECTIVES_FILE} too`));
    documents.forEach((document, index) => {
      if (!ids.has(document))
        faults.push(
          faultAt(plenumFile, PLENUMS_FILE, [id, index], `${document} is not in ${DIRECTIVES_FILE}`),
        );
    });
  }
  return { directives, plenums, faults };
}

function directiveOf(entry: DirectiveEntry): Directive {
  return {
    ...entry,
    ...partsOfId(entry.id),
    shortName: entry.shortName ?? usualShortName(entry) ?? entry.title,
  };
}

function faultAt(source: Read<unknown>, file: string, path: readonly PropertyKey[], reason: string): Fault {
  return {
    file,
    line: source.value === null ? undefined : source.lineOf(path),
    field: formatPath(path),
    reason,
  };
}
