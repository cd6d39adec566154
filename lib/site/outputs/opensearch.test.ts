import { DOMParser } from 'linkedom';
import { expect, test } from 'vitest';
import { openSearchDescription } from './opensearch';

test('a browser finds where to search, with the words in the query string', () => {
  const document = new DOMParser().parseFromString(
    openSearchDescription(new URL('https://bao-cao.example')),
    'text/xml',
  );
  const root = document.documentElement;
  expect(root.getAttribute('xmlns')).toBe('http://a9.com/-/spec/opensearch/1.1/');
  // The specification's limit.
  const name = root.querySelector('ShortName')?.textContent ?? '';
  expect(name.length).toBeGreaterThan(0);
  expect(name.length).toBeLessThanOrEqual(16);
  const template = root.querySelector('Url[type="text/html"]')?.getAttribute('template');
  expect(template).toBe('https://bao-cao.example/?q={searchTerms}');
});
