/**
 * Whether the address of a report, document or place leads anywhere. Asked before a page is made, because a page
 * cannot say of itself that it is gone.
 */
import { directivePath, placePath, reportPath, type Section } from '../../domain/paths';
import { slugify } from '../../vietnamese/fold';
import { ARRANGEMENTS, documentPage, documentSlugs } from './documents';
import type { Holdings } from './holdings';
import { nearest } from './near';
import { placePages } from './place-pages';

export type Standing =
  | { is: 'here' }
  /** The page stands at another address of this site. */
  | { is: 'moved'; to: string }
  | { is: 'missing' }
  | { is: 'withdrawn' };

/** Where `/<section>/<name>` leads; `name` is as a person may type it, decoded. */
export function standingOf(section: Section, name: string, holdings: Holdings): Standing {
  switch (section) {
    case 'bao-cao':
      return standingOfReport(name, holdings);
    case 'van-ban':
      return standingOfDocument(name, holdings);
    case 'dia-phuong':
      return standingOfPlace(name, holdings);
  }
}

function standingOfReport(name: string, { byId, withdrawn }: Holdings): Standing {
  const id = slugify(name);
  if (withdrawn.has(id)) return { is: 'withdrawn' };
  if (!byId.has(id)) return { is: 'missing' };
  return name === id ? { is: 'here' } : { is: 'moved', to: reportPath(id) };
}

/** Why a report was withdrawn, a sentence; null where it was not, or where there is none. */
export function withdrawalReason(name: string, { withdrawn }: Holdings): string | null {
  const report = withdrawn.get(slugify(name));
  return report ? (report.withdrawnReason ?? 'Lý do không được ghi lại.') : null;
}

function standingOfDocument(name: string, holdings: Holdings): Standing {
  const slug = slugify(name);
  const arranged = ARRANGEMENTS.some(({ path }) => path === directivePath(name));
  if (arranged || documentPage(name, holdings)) return { is: 'here' };
  if (documentPage(slug, holdings)) return { is: 'moved', to: directivePath(slug) };
  const unpadded = slug.replace(/^0+(?=\d)/, '');
  const meant = holdings.vocabulary.directives.filter((one) =>
    [one.slug, one.keySlug].some((other) => other.replace(/^0+(?=\d)/, '') === unpadded),
  );
  const [only] = meant;
  if (meant.length === 1 && only) return { is: 'moved', to: directivePath(only.slug) };
  const padded = `0${unpadded}`;
  return documentPage(padded, holdings) ? { is: 'moved', to: directivePath(padded) } : { is: 'missing' };
}

function standingOfPlace(name: string, holdings: Holdings): Standing {
  const pages = placePages(holdings);
  const value = name.split('.').map(slugify).join('.');
  const page =
    pages.find((one) => one.value === value) ??
    // A bare former slug, or `today.former` where nothing was united.
    pages.find((one) => one.kind === 'former' && one.former.slug === value) ??
    pages.find((one) => one.kind === 'today' && `${one.value}.${one.value}` === value);
  if (!page) return { is: 'missing' };
  return page.value === name ? { is: 'here' } : { is: 'moved', to: placePath(page.value) };
}

/** A page that a mistyped address may have meant. */
export interface NearMatch {
  path: string;
  label: string;
}

/** Pages of a section whose names lie near a mistyped one, nearest first. */
export function nearMatches(section: Section, name: string, holdings: Holdings): NearMatch[] {
  if (section === 'bao-cao') {
    return nearest(name, holdings.byId.keys()).map((id) => ({
      path: reportPath(id),
      label: holdings.byId.get(id)?.report.title ?? id,
    }));
  }
  if (section === 'dia-phuong') {
    const pages = new Map(placePages(holdings).map((page) => [page.value, page]));
    return nearest(name, pages.keys()).map((value) => ({
      path: placePath(value),
      label: pages.get(value)?.fullName ?? value,
    }));
  }
  return nearest(name, documentSlugs(holdings)).map((slug) => {
    const page = documentPage(slug, holdings);
    return {
      path: directivePath(slug),
      label: page?.kind === 'number' ? `Số ${page.number}` : (page?.name.label ?? slug),
    };
  });
}
