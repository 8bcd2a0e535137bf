import { createServer } from 'node:http';

/**
 * AWS with nothing in it, answering at once: no item is found, every write takes place, and whatever is counted is the first. A process of its own, so that it
 * runs on another core than what is measured. Prints its port; `GET /requests` gives the number of requests so far.
 */
let requests = 0;

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    const isAsked = request.url === '/requests';
    if (!isAsked) requests += 1;
    response.setHeader('content-type', 'application/x-amz-json-1.0');
    response.end(isAsked ? String(requests) : answerTo(String(request.headers['x-amz-target'])));
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) console.log(address.port);
});

function answerTo(target: string): string {
  if (target.endsWith('.UpdateItem')) return '{"Attributes":{"count":{"N":"1"}}}';
  return target.endsWith('.Query') ? '{"Items":[],"Count":0}' : '{}';
}
