/** Requests as a hostile client sends them, to this machine alone. */
import { Agent, request } from 'node:http';
import { connect } from 'node:net';

export interface Answer {
  /** 0: the connection broke or the answer did not come in time. */
  status: number;
  type: string;
  body: Buffer;
  ms: number;
}

const TIMEOUT = 30_000;

export class Client {
  private readonly agent: Agent;

  constructor(
    private readonly port: number,
    connections: number,
    /** The address it comes from: every one of 127.0.0.0/8 is this machine. */
    address = '127.0.0.1',
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections, localAddress: address });
  }

  ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
    const started = performance.now();
    return new Promise((resolve) => {
      const answer = (status: number, type = '', body = Buffer.alloc(0)) =>
        resolve({ status, type, body, ms: performance.now() - started });
      try {
        const sent = request(
          { host: '127.0.0.1', port: this.port, path, method, headers, agent: this.agent, timeout: TIMEOUT },
          (response) => {
            const parts: Buffer[] = [];
            response.on('data', (part) => parts.push(part));
            response.on('end', () =>
              answer(response.statusCode ?? 0, response.headers['content-type'] ?? '', Buffer.concat(parts)),
            );
            response.on('error', (error) => answer(0, String(error)));
          },
        );
        sent.on('timeout', () => sent.destroy());
        sent.on('error', (error) => answer(0, String(error)));
        sent.end();
      } catch {
        // Node's own client refuses to send it.
        answer(400);
      }
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

/** Sends bytes as they are and answers the status of the first line; 0 where the server just hangs up. */
export function askRaw(port: number, bytes: Buffer): Promise<number> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect({ host: '127.0.0.1', port, timeout: 5000 }, () => socket.write(bytes));
    const done = () => {
      socket.destroy();
      resolve(Number(/^HTTP\/1\.[01] (\d{3})/.exec(said)?.[1] ?? 0));
    };
    socket.on('data', (part) => {
      said += part.toString('latin1');
      if (said.length > 12) done();
    });
    socket.on('end', done).on('error', done).on('timeout', done);
  });
}
