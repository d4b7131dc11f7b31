import { randomUUID } from 'node:crypto';
import { eventsOf, LogStands, proveEvents } from '@patravali/ledger';
import { leafHash, readCheckpoint, readTlogProof, rootOfInclusion } from '@patravali/verifier';
import { useLog } from '../../../libs/platform/ledger/test/use-log';

const { candidate, database, store, write, sql, tamper, untilAllIsLogged } = useLog();

/** The ledger makes proofs from its tiles; the verifier, which shares no code with it, follows them to the root. */
describe('the proofs of the events of a subject', () => {
  const subject = randomUUID();
  const prove = async () => {
    const [row] = await sql('SELECT organisation_id AS id FROM event LIMIT 1');
    const subjectIds = [subject];
    const events = await eventsOf(database(), { organisationId: String(row?.id), subjectIds });
    return await proveEvents(database(), store(), { events, subjectIds, isPatient: true });
  };

  it('lead to the root of the checkpoint, however many tiles there are and however full', async () => {
    const sequencer = candidate();
    let events = 0;
    for (const others of [0, 253, 1, 300, 1200]) {
      await write(randomUUID(), others);
      await write(subject, 2);
      events += 2;
      expect(await prove()).toBeNull();
      await untilAllIsLogged(sequencer);
      const proven = await prove();
      expect(proven?.events.map(({ sequence }) => sequence)).toEqual(Array.from({ length: events }, (_, at) => at + 1));
      for (const { entry, proof: text } of proven?.events ?? []) {
        const proof = readTlogProof(Buffer.from(text));
        const checkpoint = proof && readCheckpoint(proof.checkpoint);
        if (!checkpoint) throw new Error(`no proof: ${text}`);
        const root = rootOfInclusion(leafHash(Buffer.from(entry)), proof.index, checkpoint.size, proof.hashes);
        expect(Buffer.from(root ?? [])).toEqual(Buffer.from(checkpoint.root));
      }
    }
  }, 120_000);

  it('are not made of an event that is not the one that was logged, nor from tiles that were taken away', async () => {
    await write(subject, 3);
    await untilAllIsLogged(candidate());
    await store().removeNamed('log/tile/0');
    await expect(prove()).rejects.toMatchObject({ fault: 'damaged-tiles' });
    await tamper(`UPDATE event SET hash = sha256('another') WHERE sequence = 2`);
    await expect(prove()).rejects.toThrow(LogStands);
  });
});
