/** Facts of a page for machines (schema.org). `<` is escaped, so that no text in it can end the element. */
export function JsonLd({ data }: { data: Record<string, unknown> }) {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c');
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON is not markup, and its `<` are escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
