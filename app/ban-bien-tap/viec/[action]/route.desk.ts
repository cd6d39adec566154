import { revalidatePath } from 'next/cache';
import { act } from '@/lib/desk/actions';
import { standingOf } from '@/lib/desk/gate';

const WRITING = new Set(['save', 'undo', 'document']);

interface Context {
  params: Promise<{ action: string }>;
}

/** Everything the desk does; the gate stands before each of it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const standing = standingOf(request);
  if (standing === 'off') return new Response(null, { status: 404 });
  if (standing !== 'open')
    return Response.json({ failure: 'Hãy mở lại bằng địa chỉ mà npm run desk in ra.' }, { status: 403 });
  const { action } = await params;
  const answer = await act(action, request);
  if (!answer) return new Response(null, { status: 404 });
  // Pages written at the build, or when first asked for, are written anew when next asked for.
  if (WRITING.has(action)) revalidatePath('/', 'layout');
  return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } });
}
