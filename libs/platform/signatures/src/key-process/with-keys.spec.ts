import { setTimeout as pause } from 'node:timers/promises';
import { onBehalfOf } from '@patravali/child-process';
import { childrenOf, holdChildren } from '../../../../../test/support/processes/own-children';
import { withKeys } from './with-keys';

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('a hundred requests of one person that need a key', () => {
  it('make one process, ten wait, the others are told when to come again; another person’s comes beside it', async () => {
    const leaving = new AbortController();
    const asked = (person: string) =>
      onBehalfOf({ person, operation: 'addTokenKey', signal: leaving.signal }, () =>
        withKeys('readCertificates', new Uint8Array(30_000)),
      ).catch((error: unknown) => error);
    const held = holdChildren('key-child');
    try {
      const hundred = Array.from({ length: 100 }, () => asked('a clerk'));
      const other = asked('another');
      const refused = await Promise.all(hundred.slice(11));
      for (const each of refused) expect(each).toMatchObject({ code: 'too-busy', retryAfter: 10 });
      expect(refused).toHaveLength(89);
      while (childrenOf('key-child').length < 2) await pause(10);
      expect(childrenOf('key-child')).toHaveLength(2);
      leaving.abort();
      held.letGo();
      expect(await other).toMatchObject({ name: 'ChildProcessFailed', reason: 'unfit' });
      await Promise.all(hundred);
    } finally {
      held.letGo();
    }
  });
});
