import { OPERATIONS } from '@patravali/contract';
import { AREAS } from '@patravali/foundation';
import { servedBy } from '../../../apps/api/src/http/controller-of';
import { sourcesIn } from '../../support/sources/sources';

const SERVES = /^ *@Serves\('(\w+)'\)$/gm;
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
});
