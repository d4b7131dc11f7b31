import { OPERATIONS } from '@patravali/contract';
import { describeApi } from '../../../apps/api/src/openapi/describe-api';
import { useApi } from '../../support/http/api';
import { type Route, routesOf } from '../../support/http/routes';

/** Open to anybody: signing in, setting up an office where there is none, the check of a letter, the description of the API, what supervisors ask, and the hashes of the log with what it says of itself. Nothing else, ever. */
const OPEN = [
  'GET /api/openapi.json',
  'GET /api/v1/genuine',
  'GET /api/v1/welcome',
  'GET /health/live',
  'GET /health/ready',
  'GET /log/changes',
  'GET /log/checkpoint',
  'GET /log/keys',
  'GET /log/tile/:level/:a',
  'GET /log/tile/:level/:a/:b',
  'GET /log/tile/:level/:a/:b/:c',
  'GET /log/tile/:level/:a/:b/:c/:d',
  'GET /log/witnessed',
  'POST /api/v1/session',
  'POST /api/v1/session/demo',
  'POST /api/v1/session/link',
  'POST /api/v1/set-up',
];
/** The page that checks letters takes a PDF to compare; it changes nothing. */
const COMPARED = 'POST /verify/:code';
/** What the eSign service has signed is kept for the officer who waits for it, and nothing else. */
const ANSWERED = 'POST /esign/:letterId';
const OF_THE_OFFICE = /^\/(api|health|log)\//;
const SOME_ID = '01a20e3d-5094-73bb-865d-8541f1b028fd';

describe('the routes of the office', () => {
  const api = useApi();
  const routes = () => routesOf(api().app.getHttpAdapter().getInstance());
  const ofTheOffice = () => routes().filter(({ path }) => OF_THE_OFFICE.test(path));

  it('are closed to whoever is not signed in, but for a short list', async () => {
    const closed = ofTheOffice().filter((route) => !OPEN.includes(nameOf(route).replace('HEAD', 'GET')));
    expect(closed.length).toBeGreaterThan(80);
    for (const route of closed) {
      const { status, body } = (await ask(route)) as { status: number; body: unknown };
      expect([nameOf(route), status]).toEqual([nameOf(route), 401]);
      if (route.method !== 'HEAD') expect(body).toMatchObject({ code: 'not-signed-in' });
    }
  });

  it('are open only where they must be', async () => {
    const known = ofTheOffice().map(nameOf);
    for (const name of OPEN) expect(known).toContain(name);
    for (const path of ['/health/live', '/health/ready', '/api/openapi.json', '/api/v1/welcome']) {
      expect([path, (await api().ask('get', path)).status]).toEqual([path, 200]);
    }
  });

  it('are besides these only the pages and files of the browser, which can only be fetched', () => {
    const others = routes().filter(({ path }) => !OF_THE_OFFICE.test(path));
    const unsafe = others.filter(({ method }) => !['GET', 'HEAD', 'OPTIONS'].includes(method));
    expect(unsafe.map(nameOf).sort()).toEqual([ANSWERED, COMPARED]);
  });

  it('are exactly the operations of the contract, by method, path and name', () => {
    const served = ofTheOffice().filter(({ method, path }) => path.startsWith('/api/v1') && method !== 'HEAD');
    expect(served.map(nameOf).sort()).toEqual(
      Object.values(OPERATIONS)
        .map(({ method, path }) => `${method} /api/v1${path}`)
        .sort(),
    );
    expect(described().sort()).toEqual(
      Object.entries(OPERATIONS)
        .map(([id, { method, path }]) => `${id} ${method} /api/v1${path.replace(/:(\w+)/g, '{$1}')}`)
        .sort(),
    );
  });

  const ask = ({ method, path }: Route) =>
    api().ask(
      method.toLowerCase() as 'get',
      path.replace(/:\w+/g, (name) => (/serial|version/i.test(name) ? '1' : SOME_ID)),
      ['POST', 'PUT'].includes(method) ? { body: {} } : {},
    );

  const described = () =>
    Object.entries(describeApi({ secure: false }).paths ?? {}).flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, { operationId?: string }>).map(
        ([method, { operationId }]) => `${operationId} ${method.toUpperCase()} ${path}`,
      ),
    );
});

function nameOf({ method, path }: Route): string {
  return `${method} ${path}`;
}
