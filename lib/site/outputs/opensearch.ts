import { SITE_DESCRIPTION, SITE_NAME } from './site';
import { escapeXml } from './xml';

/** The OpenSearch 1.1 description of the site: with it a browser's address bar can search here. */
export function openSearchDescription(site: URL): string {
  // `new URL` would encode the braces of the template.
  const template = (path: string) => escapeXml(`${site.origin}${path}?q={searchTerms}`);
  return `<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(SITE_NAME)}</ShortName>
  <Description>${escapeXml(SITE_DESCRIPTION)}</Description>
  <Url type="text/html" template="${template('/')}"/>
  <Url type="application/atom+xml" template="${template('/tin.atom')}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${escapeXml(new URL('/opensearch.xml', site).href)}"/>
  <Language>vi</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <OutputEncoding>UTF-8</OutputEncoding>
</OpenSearchDescription>
`;
}
