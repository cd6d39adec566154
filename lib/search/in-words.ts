import { FACETS } from './facets';
import type { Query } from './query';
import type { Vocabulary } from './vocabulary';

/** The search in words, parts joined by ` · `, several values of one facet by ` hoặc `; empty for the empty search. */
export function searchInWords(query: Query, vocabulary: Vocabulary): string {
  // A text with quotes of its own needs no others around it.
  const words = /["“”]/.test(query.text) ? query.text : `“${query.text}”`;
  const parts = query.text === '' ? [] : [words];
  for (const facet of FACETS) {
    const values = query.filters[facet.name];
    if (values.length === 0) continue;
    const names = values.map((value) => facet.labelOf(value, vocabulary));
    if (facet.name === 'vb' && query.lineage) names.push('các văn bản kế thừa');
    parts.push(
      names.length > 4 ? `${names.slice(0, 3).join(' hoặc ')} … (${names.length})` : names.join(' hoặc '),
    );
  }
  return parts.join(' · ');
}
