/**
 * The gazetteer: `places/`. Old and new provinces are two namespaces: `gia-lai` among today's 34 is not `gia-lai`
 * among the 63 of before 2025-07-01, and codes moved between names, so nothing is ever joined on a code.
 */
import { z } from 'zod';
import type { District, Province } from '../domain/report';
import type { Fault } from './fault';
import { type Read, readJson, readYaml } from './files';
import { districtSchema, provinceEntrySchema } from './schema';

/** A commune of before 2025-07-01. */
export interface Commune {
  name: string;
  /** x: xã, p: phường, t: thị trấn. */
  type: 'x' | 'p' | 't';
  districtCode: string;
}

/** A commune of today. */
export interface NewCommune {
  name: string;
  /** x: xã, p: phường, d: đặc khu. */
  type: 'x' | 'p' | 'd';
  /** Slug among the 63 of the province that most of it came from. */
  formerProvince: string;
  /** Code of the district that most of it came from. */
  districtCode: string;
}

/** Units dissolved before the lists of 2025 were drawn up. */
export interface HistoricalPlaces {
  /** `provinces`: slugs among the 63 that the unit became. */
  provinces: { name: string; fullName: string; years: string; provinces: string[] }[];
  districts: { name: string; fullName: string; province: string; until: number; code?: string }[];
  communes: Commune[];
}

/** Every place the catalogue knows by name. */
export interface Gazetteer {
  provinces: Province[];
  districts: District[];
  communes: Commune[];
  newCommunes: NewCommune[];
  historical: HistoricalPlaces;
}

export const PLACES = {
  provinces: 'places/provinces.yaml',
  districts: 'places/districts.json',
  communes: 'places/communes.json',
  newCommunes: 'places/communes-new.json',
  historical: 'places/historical.json',
} as const;

const communeTuple = z
  .tuple([z.string(), z.enum(['x', 'p', 't']), z.string()])
  .transform(([name, type, districtCode]): Commune => ({ name, type, districtCode }));
const newCommuneTuple = z.tuple([z.string(), z.enum(['x', 'p', 'd']), z.string(), z.string()]).transform(
  ([name, type, formerProvince, districtCode]): NewCommune => ({
    name,
    type,
    formerProvince,
    districtCode,
  }),
);
const historicalSchema = z.strictObject({
  provinces: z.array(
    z.strictObject({
      name: z.string(),
      fullName: z.string(),
      years: z.string(),
      provinces: z.array(z.string()),
    }),
  ),
  districts: z.array(
    z.strictObject({
      name: z.string(),
      fullName: z.string(),
      province: z.string(),
      until: z.int(),
      code: z.string().optional(),
    }),
  ),
  communes: z.array(communeTuple),
});

/** Reads today's provinces, in the order of the file; a province the merger left alone is its own former one. */
export async function loadProvinces(dataDir: string): Promise<{ provinces: Province[]; faults: Fault[] }> {
  const read = await readYaml(dataDir, PLACES.provinces, z.array(provinceEntrySchema));
  const provinces = (read.value ?? []).map(
    ({ formerly, ...province }): Province => ({
      ...province,
      formerly: formerly ?? [province],
    }),
  );
  const faults = [...read.faults];
  if (read.value === null) return { provinces, faults };
  faults.push(
    ...twice(
      PLACES.provinces,
      'slug',
      provinces.map(({ slug }) => slug),
    ),
  );
  const former = provinces.flatMap((province) => province.formerly.map(({ slug }) => slug));
  faults.push(...twice(PLACES.provinces, 'formerly.slug', former));
  return { provinces, faults };
}

/** Reads the districts of before 2025-07-01; each must lie in a province of `provinces`. */
export async function loadDistricts(
  dataDir: string,
  provinces: readonly Province[],
): Promise<{ districts: District[]; faults: Fault[] }> {
  const read = await readJson(dataDir, PLACES.districts, z.array(districtSchema));
  if (read.value === null) return { districts: [], faults: read.faults };
  const known = new Set(provinces.flatMap((province) => province.formerly.map(({ slug }) => slug)));
  const faults = twice(
    PLACES.districts,
    'code',
    read.value.map(({ code }) => code),
  );
  read.value.forEach(({ province }, row) => {
    if (known.size > 0 && !known.has(province))
      faults.push({
        file: PLACES.districts,
        line: read.lineOf([row]),
        field: `[${row}].province`,
        reason: `${province} is not in ${PLACES.provinces}`,
      });
  });
  return { districts: read.value, faults };
}

/** Reads every place; faults include units that lie in a district or province that is not there. */
export async function loadGazetteer(dataDir: string): Promise<{ gazetteer: Gazetteer; faults: Fault[] }> {
  const { provinces, faults: provinceFaults } = await loadProvinces(dataDir);
  const [{ districts, faults: districtFaults }, communes, newCommunes, historical] = await Promise.all([
    loadDistricts(dataDir, provinces),
    readJson(dataDir, PLACES.communes, z.array(communeTuple)),
    readJson(dataDir, PLACES.newCommunes, z.array(newCommuneTuple)),
    readJson(dataDir, PLACES.historical, historicalSchema),
  ]);
  const gazetteer: Gazetteer = {
    provinces,
    districts,
    communes: communes.value ?? [],
    newCommunes: newCommunes.value ?? [],
    historical: historical.value ?? { provinces: [], districts: [], communes: [] },
  };
  const faults = [
    ...provinceFaults,
    ...districtFaults,
    ...communes.faults,
    ...newCommunes.faults,
    ...historical.faults,
  ];
  if (faults.length > 0) return { gazetteer, faults };

  const codes = new Set([...districts, ...gazetteer.historical.districts].map(({ code }) => code));
  const slugs = new Set(provinces.flatMap((province) => province.formerly.map(({ slug }) => slug)));
  const lost = <T>(
    read: Read<T[]>,
    file: string,
    field: string,
    known: Set<string | undefined>,
    of: (row: T) => string,
  ) =>
    (read.value ?? []).forEach((row, index) => {
      if (known.has(of(row)) || read.value === null) return;
      const line = read.lineOf([index]);
      faults.push({ file, line, field: `[${index}].${field}`, reason: `${of(row)} is not known` });
    });
  lost(communes, PLACES.communes, 'districtCode', codes, (row) => row.districtCode);
  lost(newCommunes, PLACES.newCommunes, 'formerProvince', slugs, (row) => row.formerProvince);
  lost(newCommunes, PLACES.newCommunes, 'districtCode', codes, (row) => row.districtCode);
  return { gazetteer, faults };
}

function twice(file: string, field: string, values: readonly string[]): Fault[] {
  const seen = new Set<string>();
  return values.flatMap((value) => {
    const fault = seen.has(value) ? [{ file, field, reason: `${value} stands twice` }] : [];
    seen.add(value);
    return fault;
  });
}
