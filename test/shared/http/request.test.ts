import { describe, expect, it } from 'vitest';
import { isCrossSite, languageOf, readRequest, speakingTo } from '#shared/http/request.ts';

const event = (changes: Record<string, unknown> = {}) => ({
  routeKey: 'GET /v1/initiatives',
  rawPath: '/v1/initiatives',
  requestContext: { http: { method: 'GET' } },
  ...changes,
});
const withHeaders = (headers: Record<string, string>, more = {}) => readRequest(event({ headers, ...more }));

describe('a request', () => {
  it('may lack everything that the gateway leaves out', () => {
    const request = readRequest(event());
    expect(request).toMatchObject({
      method: 'GET',
      route: 'GET /v1/initiatives',
      parameters: {},
      headers: {},
      wantsHtml: false,
    });
    expect(request.body).toHaveLength(0);
    expect(languageOf(request)).toBe('en');
  });

  it('is refused when it is no event of the gateway', () => {
    expect(() => readRequest({ hello: 'world' })).toThrow();
  });

  it('has its query from the raw string, where repeated names stay apart', () => {
    const { query } = readRequest(
      event({ rawQueryString: 'country=SE&country=FI%2CDK&q=%C3%A5', queryStringParameters: { country: 'SE,FI,DK' } }),
    );
    expect(query.getAll('country')).toEqual(['SE', 'FI,DK']);
    expect(query.get('q')).toBe('å');
  });

  it('has its body as bytes, encoded by the gateway or not', () => {
    expect(readRequest(event({ body: 'å', isBase64Encoded: false })).body.toString()).toBe('å');
    expect(
      readRequest(event({ body: Buffer.from([0xff, 0x00]).toString('base64'), isBase64Encoded: true })).body,
    ).toEqual(Buffer.from([0xff, 0x00]));
  });

  it.each([
    ['text/html,application/xhtml+xml,*/*;q=0.8', true],
    ['TEXT/HTML', true],
    ['application/json', false],
    ['*/*', false],
    ['', false],
  ])('with Accept %j wants a page: %s', (accept, wantsHtml) => {
    expect(withHeaders({ accept }).wantsHtml).toBe(wantsHtml);
  });
});

describe('the language of a request', () => {
  const header = { 'accept-language': 'fi' };

  it('is the one chosen, else the one remembered, else the accepted one', () => {
    const cookies = ['other=x', 'lang=da'];
    expect(languageOf(withHeaders(header, { cookies, rawQueryString: 'lang=is' }))).toBe('is');
    expect(languageOf(withHeaders(header, { cookies, rawQueryString: 'lang=xx' }))).toBe('da');
    expect(languageOf(withHeaders(header, { cookies: ['lang=xx'] }))).toBe('fi');
    expect(withHeaders({}).askedLanguage).toBeUndefined();
  });

  it('is the chosen one only if that is spoken', () => {
    expect(withHeaders(header, { rawQueryString: 'lang=nn' }).askedLanguage).toBe('nb');
    expect(withHeaders(header, { rawQueryString: 'lang=constructor' }).askedLanguage).toBe('fi');
  });

  it('is on the pages of somebody with mails from us that of the mails, where nothing else is asked for', () => {
    const somebody = { language: 'sv' } as const;
    const page = { accept: 'text/html' };
    expect(languageOf(speakingTo(somebody, withHeaders(page)))).toBe('sv');
    expect(languageOf(speakingTo(somebody, withHeaders({ ...header, ...page })))).toBe('fi');
    expect(languageOf(speakingTo(somebody, withHeaders({})))).toBe('en');
  });
});

describe('a request from another site', () => {
  it.each([
    ['cross-site', true],
    ['same-site', true],
    ['same-origin', false],
    ['none', false],
  ])('is told by Sec-Fetch-Site %s: %s', (site, isCross) => {
    expect(isCrossSite(withHeaders({ 'sec-fetch-site': site, origin: 'null' }))).toBe(isCross);
  });

  it('is not told by the origin, which our own pages do not send', () => {
    expect(isCrossSite(withHeaders({ origin: 'null' }))).toBe(false);
    expect(isCrossSite(withHeaders({ origin: 'https://elsewhere.example' }))).toBe(false);
  });
});
