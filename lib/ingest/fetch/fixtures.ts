/** What the tests of this folder share: real servers on this machine, and a reach that allows it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Reach } from './request';
import { Visitor } from './visitor';

export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

export interface Site {
  origin: string;
  /** Paths asked for, in order. */
  asked: string[];
}

/** Serves paths of one site; everything else is 404. Ends with the test. */
export async function serve(paths: Record<string, Answer>): Promise<Site> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const answer = paths[request.url ?? ''];
    if (answer) answer(response, request);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

export function send(type: string, body: string | Uint8Array, headers: Record<string, string> = {}): Answer {
  return (response) => response.writeHead(200, { 'Content-Type': type, ...headers }).end(body);
}

export function redirect(to: string): Answer {
  return (response) => response.writeHead(302, { Location: to }).end();
}

/** This machine may be asked, at its one address; the rest of the network around it may not. */
export function reachHere(timeLimit = 5_000): Reach {
  return { allowed: (ip) => ip === '127.0.0.1', timeLimit };
}

export function visitorHere(pause = 0, timeLimit?: number): Visitor {
  return new Visitor(reachHere(timeLimit), pause);
}

export const ARTICLE = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Giao ban quý I</title></head><body>
<h1>Giao ban công tác tuyên giáo quý I năm 2021</h1><p>06/05/2021 08:00</p>
<p>Ngày 5/5, Ban Tuyên giáo Tỉnh ủy Hưng Yên giao ban quý I năm 2021, bàn việc làm theo Chỉ thị số 05-CT/TW ở các huyện, thành phố trong tỉnh.</p>
<p>Trong quý, cán bộ tuyên giáo đến từng xóm nghe dân nói, ghi lại từng việc và báo cáo cấp ủy ngay trong ngày, không chờ đến cuối tháng mới gửi một lần.</p>
<p>Các huyện đã mở lớp cho cấp ủy viên mới, soạn tài liệu ngắn để chi bộ dùng trong buổi sinh hoạt thường kỳ, có người theo dõi từng nơi.</p>
</body></html>`;
