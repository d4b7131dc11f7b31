import { type OperationEntry, type OperationId, OPERATIONS, REFUSALS } from '@patravali/contract';
import { AREAS } from '@patravali/foundation';
import { refusalsOf } from '@patravali/operations';
import { servedBy } from '../../../apps/api/src/served/controller-of';
import { sourcesIn } from '../../support/sources/sources';

const SERVES = /^ *@Serves\('(\w+)'\)$/gm;
/** A bundle is made in the background, and nobody waits for its answer. */
/** Besides, what supervisors ask is no operation. */
const IN_BACKGROUND = ['office-not-ready', 'events-not-logged', 'record-changed'];
const OPERATION = /^ *@Operation\('(\w+)'\)$/gm;

function named(pattern: RegExp, ...folders: string[]): string[] {
  return sourcesIn(...folders)
    .flatMap(({ text }) => [...text.matchAll(pattern)].map(([, id = '']) => id))
    .sort();
}

describe('the operations of the contract', () => {
  it('are served by classes that the module of an area exports', () => {
    const exported = AREAS.flatMap(servedBy).map(({ id }) => id);
    expect(exported.length).toBeGreaterThan(150);
    expect(exported.sort()).toEqual(named(SERVES, 'libs/office/*'));
  });

  it('are served once each: by such a class, or by a handler that has more to do with HTTP', () => {
    const served = [...named(SERVES, 'libs/office/*'), ...named(OPERATION, 'apps/api')];
    expect(served.sort()).toEqual(Object.keys(OPERATIONS).sort());
  });

  it('say that they answer an ETag where a handler sends one', () => {
    const handlers = sourcesIn('apps/api').flatMap(({ text }) => text.split("@Operation('").slice(1));
    const sending = handlers.filter((text) => /withETag\(|\betag\b/.test(text)).map((text) => text.split("'")[0]);
    const saying = Object.entries<OperationEntry>(OPERATIONS).filter(([, { etag }]) => etag);
    expect(saying.map(([id]) => id).sort()).toEqual(sending.sort());
  });

  it('name no refusal that follows from the rest of their entry, and none twice', () => {
    const ids = Object.keys(OPERATIONS) as OperationId[];
    const twice = ids.filter((id) => new Set(refusalsOf(id)).size < refusalsOf(id).length);
    expect(twice).toEqual([]);
  });

  it('refuse between them with every code that there is, but for work in the background', () => {
    const used = new Set(Object.keys(OPERATIONS).flatMap((id) => refusalsOf(id as OperationId)));
    const unused = Object.keys(REFUSALS).filter((code) => !used.has(code as keyof typeof REFUSALS));
    expect(unused).toEqual(IN_BACKGROUND);
  });
});
