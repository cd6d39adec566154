import { countsAnswer } from '@/lib/site/open/answers';
import { preflight, reply } from '@/lib/site/open/reply';

export const OPTIONS = preflight;

export function GET(request: Request): Promise<Response> {
  return reply(request, countsAnswer);
}
