import { createServer, type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** Opens a server on loopback; the port is known before anything is answered. */
export function listen(port: number, host = '127.0.0.1'): Promise<{ server: Server; port: number }> {
  // A request without a host is refused by whoever answers, in JSON.
  const server = createServer({ keepAliveTimeout: 60_000, requireHostHeader: false });
  server.on('clientError', refuse);
  server.on('checkExpectation', (request, response) => {
    request.resume();
    response.writeHead(417, { 'content-type': 'application/json' }).end(errorBody(417));
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is in use. Choose another with PORT or AWS_PORT.`)
          : error,
      ),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address !== null ? address.port : port });
    });
  });
}

const errorBody = (status: number) => JSON.stringify({ message: STATUS_CODES[status] });

/** Answers what could not be read as a request: in JSON, as a gateway does. */
function refuse(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status = unreadable.get(error.code ?? '') ?? 400;
  const body = errorBody(status);
  const headers = ['content-type: application/json', `content-length: ${body.length}`, 'connection: close'];
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...headers, '', body].join('\r\n'));
}

const unreadable = new Map([
  ['HPE_HEADER_OVERFLOW', 431],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', 413],
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
]);

/** Collects a request's body; undefined as soon as it has more than `most` bytes. The rest is then let go unkept. */
export async function wholeBody(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const declared = Number(request.headers['content-length'] ?? 0);
  // The request stays open after the loop: what comes of it must not break the answer.
  for await (const chunk of declared > most ? [] : request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes > most) break;
    chunks.push(chunk);
  }
  if (Math.max(declared, bytes) > most) {
    request.resume();
    return undefined;
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}
