/**
 * A search to stand in another site's frame: box, filters, results, as one HTML document without any script. Its
 * address is that of the search under `/nhung`; what it is set to there stays set.
 */

import { createHash } from 'node:crypto';
import { at } from '../../domain/edition';
import { reportPath, searchPath } from '../../domain/paths';
import { formatCount, formatDate } from '../../search/describe';
import { FACETS } from '../../search/facets';
import { serialiseQuery } from '../../search/query';
import type { FacetValue, Result, SearchResult } from '../../search/result';
import { siteSettings } from '../settings';
import { addressOf } from './site';
import { escapeXml } from './xml';

/** Values of a facet that are listed; what is chosen is always among them. */
const VALUES = 12;

const STYLE = `
:root{color-scheme:light dark;--ink:#1b1c1d;--soft:#585a5b;--paper:#fcfbf8;--line:#85847e;--accent:#0b5364}
@media (prefers-color-scheme:dark){:root{--ink:#e9e7e2;--soft:#abb0b1;--paper:#14181b;--line:#78848a;--accent:#82c9d8}}
body{margin:0;padding:.75rem;font:1rem/1.5 system-ui,sans-serif;background:var(--paper);color:var(--ink);overflow-wrap:break-word}
a{color:var(--accent)}
form>div{display:flex;gap:.5rem}
input[type=search]{flex:1;min-width:0}
input[type=search],button{min-height:2.75rem;padding:0 .75rem;font:inherit;border:1px solid var(--line);border-radius:.375rem;background:transparent;color:inherit}
label{display:block}
summary,label{min-height:1.75rem;padding-block:.25rem;cursor:pointer}
fieldset{border:0;padding:0;margin:.5rem 0}
legend{font-weight:600}
ol{list-style:none;padding:0}
li{border-top:1px solid var(--line);padding-block:.75rem}
small,.soft{color:var(--soft)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
`;

/** The policy of the page: no script, no request but its own form, any site may frame it. */
export const EMBED_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  'frame-ancestors *',
].join('; ');

/** The document. */
export function embedPage(result: SearchResult, site: URL): string {
  const { name } = siteSettings();
  const { state, total, page, pages } = result;
  const whole = addressOf(searchPath(result.query), site);
  const turn = (to: number, label: string) =>
    to >= 1 && to <= pages
      ? `<a href="${escapeXml(at(`/nhung?${serialiseQuery({ ...state, page: to })}`))}">${label}</a>`
      : '';
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeXml(result.words || name)}</title><style>${STYLE}</style></head>
<body><main>
<form action="${at('/nhung')}" role="search">
<div><input type="search" name="q" maxlength="500" value="${escapeXml(state.text)}" aria-label="Tìm báo cáo"><button>Tìm</button></div>
<details><summary>Bộ lọc</summary>${filters(result)}<button>Áp dụng bộ lọc</button></details>
</form>
<p>${formatCount(total)} báo cáo${result.words === '' ? '' : ` · ${escapeXml(result.words)}`}</p>
<ol>${result.results.map((one) => item(one, site)).join('')}</ol>
<p>${[turn(page - 1, 'Trang trước'), turn(page + 1, 'Trang sau')].filter(Boolean).join(' · ')}</p>
<p class="soft"><a href="${escapeXml(whole)}" target="_blank" rel="noopener">Mở trong ${escapeXml(name)}</a></p>
</main></body></html>
`;
}

function filters({ facets }: SearchResult): string {
  const { facets: shown } = siteSettings();
  return FACETS.filter(({ name }) => shown.includes(name))
    .map(({ name, label }) => {
      const values = flat(facets[name]);
      const listed = values.filter((one, i) => i < VALUES || one.selected);
      return `<fieldset><legend>${escapeXml(label)}</legend>${listed.map((one) => box(name, one)).join('')}</fieldset>`;
    })
    .join('');
}

function box(facet: string, { value, label, count, selected }: FacetValue): string {
  return `<label><input type="checkbox" name="${facet}" value="${escapeXml(value)}"${selected ? ' checked' : ''}> ${escapeXml(label)} <small>${formatCount(count)}</small></label>`;
}

function item({ id, title, source, heldOn, publishedOn, place }: Result, site: URL): string {
  const day = heldOn ?? publishedOn;
  const facts = [place.label, day && formatDate(day), source].filter(Boolean).join(' · ');
  return `<li><a href="${escapeXml(addressOf(reportPath(id), site))}" target="_blank" rel="noopener">${escapeXml(title)}</a><br><small>${escapeXml(facts)}</small></li>`;
}

function flat(values: readonly FacetValue[]): FacetValue[] {
  return values.flatMap((one) => [one, ...flat(one.children ?? [])]);
}
