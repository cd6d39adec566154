import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { logForm, loggedPath, requestId, startAccessLog } from './access-log';

test('LOG says off, json or text, and nothing else', () => {
  expect(logForm(undefined)).toBe('off');
  expect(logForm('json')).toBe('json');
  expect(() => logForm('yes')).toThrow('LOG is "yes": it may be off, json, text');
});

test('a path is logged without what was searched, and within bounds', () => {
  expect(loggedPath('/?q=ai+do')).toBe('/');
  expect(loggedPath('/bao-cao/x#y')).toBe('/bao-cao/x');
  expect(loggedPath(`/${'x'.repeat(9999)}`)).toHaveLength(300);
  expect(loggedPath('/a\nb')).toBe('/ab');
});

test('an id is taken over where it is a plain one', () => {
  expect(requestId('abc-1.2_3')).toBe('abc-1.2_3');
  for (const odd of [undefined, '', 'a b', 'a"b', 'x'.repeat(65), ['a']])
    expect(requestId(odd)).toMatch(/^[0-9a-f-]{36}$/);
});

test('each request is one JSON line with its id and nothing about a person', async () => {
  const lines: string[] = [];
  startAccessLog('json', (line) => lines.push(line));
  const server = createServer((_, response) => response.writeHead(404).end('x'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/a?q=ten+nguoi`, {
    headers: { 'User-Agent': 'agent' },
  });
  await response.text();
  server.close();
  expect(lines).toHaveLength(1);
  const line = JSON.parse(lines[0] ?? '');
  expect(line).toEqual({
    time: expect.stringMatching(/^\d{4}-.*Z$/),
    id: response.headers.get('x-request-id'),
    method: 'GET',
    path: '/a',
    status: 404,
    ms: expect.any(Number),
  });
  expect(lines[0]).not.toMatch(/127\.0\.0\.1|agent|ten/);
});
