import type { Actor } from '@patravali/authorization';
import type { ForwardFile } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import { Serves, servingsOf } from './index';

const changed = (...given: unknown[]) => Promise.resolve({ id: 'x', version: given.length });
const notAsked = (...given: unknown[]) => Promise.reject(new Error(`not asked with ${given.length}`));

class ServesTwo {
  @Serves('pullBackFile')
  @Serves('pullUpFile')
  execute(actor: Actor, fileId: string, body: object, ifMatch?: number) {
    return changed(actor, fileId, body, ifMatch);
  }

  @Serves('getWelcome')
  welcome() {
    return notAsked();
  }

  other(): string {
    return 'serves nothing';
  }
}

class Heir extends ServesTwo {}

/** What the compiler takes and what it refuses; nobody calls these. */
export class HeldToTheContract {
  @Serves('forwardFile')
  forward(actor: Actor, fileId: string, body: ForwardFile, ifMatch?: number, moreThanTheContract = false) {
    return changed(actor, fileId, body, ifMatch, moreThanTheContract);
  }

  @Serves('doBulkAct')
  doneOfSeveral(actor: Actor, body: object) {
    const refusal = { code: 'not-found', params: { actor, body }, errors: [] } as const;
    return { items: [{ id: 'x', version: null, refusal }] };
  }

  @Serves('checkBulkAct')
  checkedOfSeveral(actor: Actor, body: object) {
    return { items: [{ id: 'x', refusal: new Refusal('not-found', { actor, body }) }] };
  }

  // @ts-expect-error -- nobody has to say who he is where anybody may ask
  @Serves('checkGenuine')
  check(actor: Actor, query: object) {
    return notAsked(actor, query);
  }

  // @ts-expect-error -- a serial number is a number
  @Serves('detachLetter')
  detach(actor: Actor, fileId: string, serial: string, body: object, ifMatch?: number) {
    return changed(actor, fileId, serial, body, ifMatch);
  }

  // @ts-expect-error -- the body comes before the version
  @Serves('returnFile')
  return(actor: Actor, fileId: string, ifMatch: number | undefined, body: object) {
    return changed(actor, fileId, ifMatch, body);
  }

  // @ts-expect-error -- the version that the person saw is left out
  @Serves('openFile')
  open(actor: Actor, fileId: string) {
    return changed(actor, fileId);
  }

  // @ts-expect-error -- the answer has no version
  @Serves('parkFile')
  async park(actor: Actor, fileId: string, body: object, ifMatch?: number) {
    return { id: (await changed(actor, fileId, body, ifMatch)).id };
  }

  // @ts-expect-error -- bytes have a handler of their own
  @Serves('downloadDiary')
  download(actor: Actor, query: object) {
    return notAsked(actor, query);
  }

  // @ts-expect-error -- so has what a person does without a post
  @Serves('listSessions')
  sessions(actor: Actor) {
    return notAsked(actor);
  }
}

describe('what a class serves', () => {
  it('is what its own methods say, each with its operation', () => {
    expect([...servingsOf(ServesTwo)].sort((one, other) => (one.id < other.id ? -1 : 1))).toEqual([
      { id: 'getWelcome', method: 'welcome' },
      { id: 'pullBackFile', method: 'execute' },
      { id: 'pullUpFile', method: 'execute' },
    ]);
  });

  it('is nothing for one that says nothing, or only inherits', () => {
    expect(servingsOf(Heir)).toEqual([]);
    expect(servingsOf(Error)).toEqual([]);
  });
});
