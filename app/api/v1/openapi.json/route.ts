import { openApi } from '@/lib/site/open/openapi';
import { preflight, reply } from '@/lib/site/open/reply';

export const OPTIONS = preflight;

/** `GET /api/v1/openapi.json`: the description that client generators read. */
export function GET(request: Request): Promise<Response> {
  return reply(request, async (_, site) => openApi(site));
}
