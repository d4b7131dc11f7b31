import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderSource, readVerifierKey, verifyLog } from '@patravali/verifier';
import { useLog } from '../../../libs/platform/ledger/test/use-log';

const { folder, candidate, write, untilAllIsLogged, tamper } = useLog();

/** The verifier shares no code with the office: here the two meet over what lies in the store. */
describe('the log that the sequencer writes', () => {
  it('is right before the verifier at each size, after changes of the key, and goes on from what was kept', async () => {
    const log = join(folder(), 'log');
    const sequencer = candidate();
    const subject = randomUUID();
    let kept: Buffer | undefined;
    for (const [round, events] of [3, 260, 255, 600].entries()) {
      await write(subject, events);
      await write();
      await untilAllIsLogged(sequencer);
      if (round > 0) await sequencer.rotateKey();
      await untilAllIsLogged(sequencer);
      const [first = ''] = (await readFile(join(log, 'keys'), 'utf8')).split('\n');
      const key = readVerifierKey(first);
      const answer = await verifyLog(folderSource(log), { key, witnesses: [], kept, withEntries: true });
      expect(answer).toMatchObject({ keyChanges: round, subjects: round + 2 });
      expect(answer.size).toBe(answer.events + round);
      await verifyLog(folderSource(log), { witnesses: [], kept, withEntries: false });
      kept = await readFile(join(log, 'checkpoint'));
    }
  }, 120_000);

  it('is not right any more once an entry was another when it was written', async () => {
    const log = join(folder(), 'log');
    await write(randomUUID(), 5);
    await tamper(`UPDATE event SET previous_hash = sha256('another') WHERE sequence = 4`);
    await untilAllIsLogged(candidate());
    await expect(verifyLog(folderSource(log), { witnesses: [], withEntries: true })).rejects.toMatchObject({
      code: 'chain-broken',
    });
  });
});
