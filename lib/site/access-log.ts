/**
 * The access log: a line a request on standard output, by LOG=json or LOG=text; none by LOG=off or without it. It holds
 * nothing about a person: no address, no agent, no words that were searched.
 */

import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';

export const LOG_FORMS = ['off', 'json', 'text'] as const;
export type LogForm = (typeof LOG_FORMS)[number];

/** What LOG says. @throws Error that names what it may say. */
export function logForm(asked: string | undefined): LogForm {
  const form = LOG_FORMS.find((one) => one === (asked || 'off'));
  if (!form) throw new Error(`LOG is ${JSON.stringify(asked)}: it may be ${LOG_FORMS.join(', ')}`);
  return form;
}

interface Entry {
  /** ISO time of the end of the answer. */
  time: string;
  id: string;
  method: string;
  /** Without its query. */
  path: string;
  status: number;
  ms: number;
}

/** One line of the log. */
export function logLine(form: Exclude<LogForm, 'off'>, entry: Entry): string {
  if (form === 'json') return JSON.stringify(entry);
  const { time, id, method, path, status, ms } = entry;
  return `${time} ${id} ${method} ${path} ${status} ${ms}ms`;
}

/** The path that is logged: cut where its query begins, and where it is longer than any address of this site. */
export function loggedPath(url: string): string {
  const end = url.search(/[?#]/);
  return (end < 0 ? url : url.slice(0, end)).slice(0, 300).replace(/[\p{Cc} ]/gu, '');
}

/** The id that a proxy gave the request, where it is a plain one; else a new one. */
export function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
}

/** Logs every request that a server of this process answers from now on; its id goes back as X-Request-Id. */
export function startAccessLog(form: LogForm, write: (line: string) => void): void {
  if (form === 'off') return;
  const begun = new WeakMap<IncomingMessage, { at: number; id: string }>();
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const id = requestId(request.headers['x-request-id']);
    begun.set(request, { at: performance.now(), id });
    response.setHeader('X-Request-Id', id);
  });
  subscribe('http.server.response.finish', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const start = begun.get(request);
    if (!start) return;
    write(
      logLine(form, {
        time: new Date().toISOString(),
        id: start.id,
        method: request.method ?? '',
        path: loggedPath(request.url ?? ''),
        status: response.statusCode,
        ms: Math.round(performance.now() - start.at),
      }),
    );
  });
}
