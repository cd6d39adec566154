import type { ActionName, Failed } from '@/lib/desk/actions';

/** Asks the desk's server; what goes wrong on the way is a failure like any other. */
export async function call<T extends object>(
  action: ActionName,
  body: object | Blob,
  headers: Record<string, string> = {},
): Promise<T | Failed> {
  try {
    const response = await fetch(`/ban-bien-tap/viec/${action}`, {
      method: 'POST',
      headers,
      body: body instanceof Blob ? body : JSON.stringify(body),
    });
    return (await response.json()) as T | Failed;
  } catch {
    return { failure: 'Không tới được máy chủ của bàn biên tập. Nội dung đã nhập còn nguyên; hãy thử lại.' };
  }
}

export function hasFailed(answer: object): answer is Failed {
  return 'failure' in answer;
}
