/** The places that have a page: today's provinces, the former ones that lie in a united one, and the whole country. */
import type { FormerProvince, Province } from '../../domain/report';
import { NATIONAL } from '../../domain/vocabulary';
import { groupBy } from './group';
import type { Holdings } from './holdings';

export type PlacePage =
  /** `former` is what it was united from; one of the same name and borders where nothing changed. */
  | { kind: 'today'; value: string; name: string; fullName: string; province: Province }
  | {
      kind: 'former';
      value: string;
      name: string;
      fullName: string;
      former: FormerProvince;
      province: Province;
    }
  | { kind: 'national'; value: string; name: string; fullName: string };

const NATIONAL_PAGE: PlacePage = {
  kind: 'national',
  value: NATIONAL.value,
  name: NATIONAL.label,
  fullName: NATIONAL.label,
};

/** Every place page: the provinces north to south, each followed by its former ones; the country last. */
export function placePages({ corpus }: Pick<Holdings, 'corpus'>): PlacePage[] {
  return [
    ...corpus.provinces.flatMap((province): PlacePage[] => [
      {
        kind: 'today',
        value: province.slug,
        name: province.name,
        fullName: province.fullName,
        province,
      },
      ...formerOf(province).map(
        (former): PlacePage => ({
          kind: 'former',
          value: `${province.slug}.${former.slug}`,
          name: `${former.name} (cũ)`,
          fullName: `${former.fullName} (trước ngày 1/7/2025)`,
          former,
          province,
        }),
      ),
    ]),
    NATIONAL_PAGE,
  ];
}

/** The former provinces that today's one was united from; none where it kept its borders. */
export function formerOf(province: Province): FormerProvince[] {
  return province.formerly.length > 1 ? province.formerly : [];
}

/** Today's provinces under their regions, in the order of the gazetteer. */
export function provincesByRegion({ corpus }: Pick<Holdings, 'corpus'>): Map<string, Province[]> {
  return groupBy(corpus.provinces, ({ region }) => region);
}
