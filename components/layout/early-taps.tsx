/** Short, and without anything that comes later: it runs before the page's own scripts are there. */
const NOTE =
  'earlyTaps=[];earlyTaps.note=e=>{earlyTaps.push(e)};addEventListener("click",earlyTaps.note,true)';

/**
 * Notes the taps that come before the page is listened to: `Early` does them again. Stands before the first thing that can
 * be tapped, on pages with buttons that need scripts.
 * @param nonce of the page's content policy, where it has one
 */
export function EarlyTaps({ nonce }: { nonce?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the constant above
  return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: NOTE }} />;
}

/** The nonce of a page that was signed by one: Next gives it to its own scripts from the same header (`proxy.ts`). */
export function nonceOf(asked: Pick<Headers, 'get'>): string | undefined {
  return /'nonce-([^']+)'/.exec(asked.get('content-security-policy') ?? '')?.[1];
}
