import { act } from '@/lib/desk/actions';
import { standingOf } from '@/lib/desk/gate';

interface Context {
  params: Promise<{ action: string }>;
}

/** Everything the desk does; the gate stands before each of it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const standing = standingOf(request);
  if (standing === 'off') return new Response(null, { status: 404 });
  if (standing !== 'open')
    return Response.json({ failure: 'Hãy mở lại bằng địa chỉ mà npm run desk in ra.' }, { status: 403 });
  const answer = await act((await params).action, request);
  if (!answer) return new Response(null, { status: 404 });
  return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } });
}
