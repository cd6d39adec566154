import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImageResponse } from 'next/og';
import { Busy, Keep } from '@/lib/site/outputs/keep';
import { PICTURE_SIZE } from '@/lib/site/outputs/open-graph';
import { type Picture, pictureOfSite } from '@/lib/site/outputs/picture';
import { siteSettings } from '@/lib/site/settings';

/** The light theme's tokens: previews stand on pages of others, most of them light. */
const COLOURS = { paper: '#fcfbf8', ink: '#1b1c1d', soft: '#585a5b', accent: '#0b5364', line: '#dfdcd4' };

/** Pictures kept, of about 40 kB each, and requests that may wait for one. */
const drawn = new Keep<ArrayBuffer>(200, 24);
/** The picture of the site, which stands for one that nobody has time to draw. */
let ofSite: Promise<ArrayBuffer> | null = null;

/** The answer to a request for a picture: drawn at the first request, kept while it is asked for. */
export async function pictureResponse(picture: Picture): Promise<Response> {
  try {
    // Drawn before anybody asks for more than can be drawn.
    ofSite ??= draw(pictureOfSite());
    const png = await drawn.get(JSON.stringify(picture), () => draw(picture));
    return sent(png, 'public, max-age=86400, stale-while-revalidate=604800');
  } catch (error) {
    if (!(error instanceof Busy)) throw error;
    return sent(await (ofSite as Promise<ArrayBuffer>), 'no-store');
  }
}

function sent(png: ArrayBuffer, caching: string): Response {
  return new Response(png, { headers: { 'Content-Type': 'image/png', 'Cache-Control': caching } });
}

/**
 *   | Tra cứu báo cáo              |
 *   |                              |
 *   | Heading, large               |
 *   | detail                       |
 *   |------------------------------|
 *   | foot                         |
 */
async function draw({ heading, detail, foot }: Picture): Promise<ArrayBuffer> {
  const { name, accent } = siteSettings();
  const size = heading.length <= 36 ? 84 : heading.length <= 80 ? 66 : heading.length <= 104 ? 54 : 46;
  const response = new ImageResponse(
    <div
      style={{
        width: '100%',
        height: '100%',
        display: 'flex',
        flexDirection: 'column',
        padding: '60px 76px 52px',
        background: COLOURS.paper,
        color: COLOURS.ink,
        fontFamily: 'Vietnamese, Latin',
        fontWeight: 400,
        textWrap: 'balance',
      }}
    >
      <div style={{ color: accent?.light ?? COLOURS.accent, fontSize: 34, fontWeight: 600 }}>
        {heading === name ? '' : name}
      </div>
      <div
        style={{ flexGrow: 1, display: 'flex', flexDirection: 'column', justifyContent: 'center', gap: 18 }}
      >
        <div style={{ display: 'block', fontSize: size, fontWeight: 600, lineHeight: 1.3, lineClamp: 4 }}>
          {heading}
        </div>
        <div style={{ display: 'block', color: COLOURS.soft, fontSize: 36, lineHeight: 1.4, lineClamp: 2 }}>
          {detail}
        </div>
      </div>
      {foot !== '' && (
        <div
          style={{
            display: 'block',
            borderTop: `3px solid ${COLOURS.line}`,
            paddingTop: 26,
            fontSize: 36,
            lineHeight: 1.3,
            lineClamp: 1,
          }}
        >
          {foot}
        </div>
      )}
    </div>,
    { ...PICTURE_SIZE, fonts: await fonts() },
  );
  return response.arrayBuffer();
}

type Fonts = { name: string; data: Buffer; weight: 400 | 600; style: 'normal' }[];
let loaded: Promise<Fonts> | null = null;

/** Both subsets in both weights, as two families: a letter is taken from the first that has it. */
function fonts(): Promise<Fonts> {
  loaded ??= Promise.all(
    (['vietnamese', 'latin'] as const).flatMap((subset) =>
      ([400, 600] as const).map(async (weight) => ({
        name: subset === 'latin' ? 'Latin' : 'Vietnamese',
        data: await readFile(
          join(
            process.cwd(),
            'node_modules/@fontsource/source-sans-3/files',
            `source-sans-3-${subset}-${weight}-normal.woff`,
          ),
        ),
        weight,
        style: 'normal' as const,
      })),
    ),
  );
  return loaded;
}
