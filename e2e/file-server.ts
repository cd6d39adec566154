/** A plain file server, as any web host is one: files of a folder under a sub-path, folders by their index. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.woff2': 'font/woff2',
};

/**
 * Serves `folder` under `basePath` on a port of this machine.
 * @param more what is added to a file of a path
 */
export function serveFiles(
  folder: string,
  basePath: string,
  port: number,
  more: (path: string) => string = () => '',
): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(pathname);
    if (path === basePath) {
      response.writeHead(301, { Location: `${basePath}/${search}` }).end();
      return;
    }
    let file = path.startsWith(`${basePath}/`) ? join(folder, normalize(path.slice(basePath.length))) : '';
    if (file !== '' && existsSync(file) && statSync(file).isDirectory()) {
      if (!path.endsWith('/')) {
        response.writeHead(301, { Location: `${pathname}/${search}` }).end();
        return;
      }
      file = join(file, 'index.html');
    }
    const found = file !== '' && existsSync(file);
    const shown = found ? file : join(folder, '404.html');
    response.writeHead(found ? 200 : 404, {
      'Content-Type': TYPES[extname(shown)] ?? 'application/octet-stream',
    });
    response.end(Buffer.concat([readFileSync(shown), Buffer.from(more(path))]));
  });
  return new Promise((resolve) => server.listen(port, () => resolve(server)));
}
