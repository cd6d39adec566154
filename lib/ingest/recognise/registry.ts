/** What recognisers know beforehand, read once from the data folder and indexed for reading pages. */
import { CorpusError } from '../../catalogue/fault';
import { loadGazetteer } from '../../catalogue/gazetteer';
import { loadRegistry } from '../../catalogue/registry';
import type { Directive, Plenum } from '../../domain/report';
import { documentKey, readDocumentNumbers } from '../../vietnamese/document-number';
import { indexPlaces, type PlaceIndex } from './gazetteer';

export interface Registry {
  directives: Directive[];
  /** By `documentKey`; several terms share a number. */
  byKey: Map<string, Directive[]>;
  byId: Map<string, Directive>;
  plenums: Map<string, Plenum>;
  places: PlaceIndex;
}

/**
 * Reads directives, plenums and places.
 *
 * @throws CorpusError where a file of these is missing or unsound.
 */
export async function loadIngestRegistry(dataDir: string): Promise<Registry> {
  const [{ directives, plenums, faults }, places] = await Promise.all([
    loadRegistry(dataDir),
    loadGazetteer(dataDir),
  ]);
  if (faults.length + places.faults.length > 0) throw new CorpusError([...faults, ...places.faults]);
  const byKey = new Map<string, Directive[]>();
  for (const directive of directives) {
    const [number] = readDocumentNumbers(directive.key);
    if (!number) continue;
    const key = documentKey(number);
    byKey.set(key, [...(byKey.get(key) ?? []), directive]);
  }
  return {
    directives,
    byKey,
    byId: new Map(directives.map((directive) => [directive.id, directive])),
    plenums: new Map(plenums.map((plenum) => [plenum.id, plenum])),
    places: indexPlaces(places.gazetteer),
  };
}
