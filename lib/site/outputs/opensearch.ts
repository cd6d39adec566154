import { at } from '../../domain/edition';
import { siteSettings } from '../settings';
import { addressOf } from './site';
import { escapeXml } from './xml';

/** Longest short name, in letters: OpenSearch 1.1. */
const SHORT_NAME = 16;

/** The OpenSearch 1.1 description of the site: with it a browser's address bar can search here. */
export function openSearchDescription(site: URL): string {
  const { name, purpose } = siteSettings();
  // `new URL` would encode the braces of the template.
  const template = (path: string) => escapeXml(`${site.origin}${at(path)}?q={searchTerms}`);
  return `<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(name.slice(0, SHORT_NAME))}</ShortName>
  <Description>${escapeXml(purpose)}</Description>
  <Url type="text/html" template="${template('/')}"/>
  <Url type="application/atom+xml" template="${template('/tin.atom')}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${escapeXml(addressOf('/opensearch.xml', site))}"/>
  <Language>vi</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <OutputEncoding>UTF-8</OutputEncoding>
</OpenSearchDescription>
`;
}
