import { reportAnswer } from '@/lib/site/open/answers';
import { preflight, reply } from '@/lib/site/open/reply';

export const OPTIONS = preflight;

export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  return reply(request, (_, site) => reportAnswer(id, site));
}
