/**
 * Facts of a page for machines (schema.org). `<` is escaped, so that no text in it can end the element.
 * @param nonce of the page's content policy, where it has one
 */
export function JsonLd({ data, nonce }: { data: Record<string, unknown>; nonce?: string }) {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c');
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON is not markup, and its `<` are escaped
      dangerouslySetInnerHTML={{ __html: json }}
    />
  );
}
