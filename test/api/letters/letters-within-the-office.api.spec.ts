import { useApi } from '../../support/http/api';
import { appointClerks, type Clerks } from '../../support/http/clerks';
import { FailingCalls } from '../../support/http/failing-calls';
import { send, type Step } from '../../support/http/repetition';
import { stateOfTheDatabase } from '../../support/office/state-of-the-database';
import { writeIssue } from '../../support/papers/written-letters';

describe('a letter within the office whose sending is interrupted', () => {
  const api = useApi();
  let clerks: Clerks;
  beforeAll(async () => {
    clerks = await appointClerks(api());
  });

  const sending = async (): Promise<Step> => {
    const { officer, stranger } = clerks;
    const { fileId } = await api().office.newFile(officer);
    const { id } = await writeIssue(api().office, { fileId, by: officer, signatory: officer, served: 0 });
    const dispatches = [{ recipient: 0, mode: 'within_office', toPostId: stranger.postId }];
    return { does: 'dispatchIssue', method: 'post', path: `/issues/${id}/dispatches`, body: { dispatches } };
  };

  it('at any one call to the database has not arrived; then it arrives once, under the next diary number', async () => {
    const { office } = api();
    const step = await sending();
    const calls = new FailingCalls(office);
    let failures = 0;
    try {
      for (let call = 1; ; call++) {
        const before = await stateOfTheDatabase(office);
        calls.failAt(call);
        const { status, text } = await send(api(), clerks.officer, step, 'within');
        const failed = calls.stop();
        const mayFail = failed === 'COMMIT' || failed?.includes(' recent_use ');
        if (failed === null || (mayFail && status < 300)) {
          expect([status, text]).toEqual([201, text]);
          break;
        }
        failures += 1;
        expect([failed, status, text]).toEqual([failed, 503, text]);
        expect([failed, await stateOfTheDatabase(office)]).toEqual([failed, before]);
      }
    } finally {
      calls.close();
    }
    expect(failures).toBeGreaterThan(5);
    expect(
      await office.rows(`SELECT count(*)::int AS arrived FROM receipt WHERE delivery_mode = 'within_office'`),
    ).toEqual([{ arrived: 1 }]);
    expect(await office.rows(`SELECT value FROM counter WHERE scheme = 'diary'`)).toEqual([{ value: 1 }]);
  }, 60_000);

  it('arrives once, however often the same request comes, and one after the other of two who send it', async () => {
    const { office } = api();
    const step = await sending();
    const count = async () => {
      const [counted] = await office.rows<{ arrived: number }>(
        `SELECT count(*)::int AS arrived FROM receipt WHERE delivery_mode = 'within_office'`,
      );
      return counted?.arrived ?? 0;
    };
    const before = await count();
    const answers = await Promise.all([1, 2, 3].map(() => send(api(), clerks.officer, step, 'thrice')));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const other = await send(api(), clerks.officer, step, 'another');
    expect(other.body).toMatchObject({ code: 'recipient-served' });
    expect(await count()).toBe(before + 1);
  });
});
