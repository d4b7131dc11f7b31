import { createHash, randomInt, randomUUID } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import { CheckRecord } from '@patravali/audit';
import { RecentUse } from '@patravali/identity';
import { aBusyOffice, aPdf } from '../../support/calls/a-busy-office';
import { type DrawnCall, DrawnCalls } from '../../support/calls/drawn-calls';
import { type Answered, faultOf } from '../../support/calls/faults-of-answers';
import { IdsOfTheOffice } from '../../support/calls/ids-of-the-office';
import { useApi } from '../../support/http/api';
import { linesOfLog } from '../../support/http/lines-of-log';
import { expectRowsAsRecorded } from '../../support/office/rows-as-recorded';
import { runs } from '../../support/run/runs';
import { checkRecordHere } from '../../support/tampering/check-record-here';

/** So many in the short tier, and in the long one; CALLS says another number. */
const CALLS = Number(process.env.CALLS ?? (runs(1) > 1 ? 50_000 : 2_000));
/** After so many calls everybody signs in anew, and what there is by now is looked at. */
const CALLS_OF_A_ROUND = 25;
/** Beside other work on the machine. */
const EACH_MS = 150;
/** Never comes to an end. */
const ENDLESS = 'listen';

describe('every call of every operation', () => {
  const api = useApi();
  const seed = Number(process.env.CALLS_SEED ?? randomInt(2 ** 30));
  let people: Readonly<Record<string, Actor>>;
  let ids: IdsOfTheOffice;
  let calls: DrawnCalls;
  let tokens: ReadonlyMap<string, string>;
  const given = new Set<string>();
  let log: ReturnType<typeof linesOfLog>;
  checkRecordHere(() => api().office);
  afterAll(() => log.close());

  beforeAll(async () => {
    process.stdout.write(`CALLS_SEED=${seed}\n`);
    people = await aBusyOffice(api());
    // How often one may ask is shown elsewhere.
    const use = api().app.get(RecentUse);
    jest.spyOn(use, 'count').mockResolvedValue();
    jest.spyOn(use, 'countStranger').mockResolvedValue();
    log = linesOfLog();
    ids = new IdsOfTheOffice(api().office);
    const seats = Object.entries(people).map(([name, { postId }]) => ({ name, postId }));
    calls = new DrawnCalls(ids, seats, await aPdf());
  }, 240_000);

  it(
    'is answered or refused, whatever it brings: nothing fails, and nothing of the inside is told',
    async () => {
      const faults: string[] = [];
      const done = new Set<string>();
      const answered = new Map<string, number>();
      for (let number = 0; number < CALLS; number++) {
        if (number % CALLS_OF_A_ROUND === 0) await newRound();
        const call = calls.draw(seed, number);
        const answer = await ask(call);
        if (answer.status < 300) done.add(call.operation);
        const kind = `${Math.floor(answer.status / 100)}xx`;
        answered.set(kind, (answered.get(kind) ?? 0) + 1);
        const fault = faultOf(answer, [api().office.config.dataFolder, process.cwd()]);
        if (fault) faults.push(`${number} ${call.operation} by ${call.by ?? 'nobody'} ${fault}: ${told(call, answer)}`);
      }
      const counts = [...answered].map(([kind, times]) => `${kind} ${times}`).sort();
      process.stdout.write(`${CALLS} calls: ${counts.join(', ')}; ${done.size} operations were done\n`);
      expect(faults).toEqual([]);
      // Refused before anything was looked at, a call proves little.
      expect(done.size).toBeGreaterThan(100);
    },
    60_000 + CALLS * EACH_MS,
  );

  it('leaves in the log no failure, nothing of what was written, and no token', () => {
    expect(log.lines.length).toBeGreaterThan(CALLS / 2);
    expect(log.lines.filter((line) => /"level":"(error|fatal)"/.test(line))).toEqual([]);
    // All that is drawn for fields is Hindi or odd; routes, codes and times are neither.
    expect(log.lines.filter((line) => /[^\x20-\x7e]|drop table|passwd/.test(line))).toEqual([]);
    expect(log.lines.filter((line) => given.has(/[0-9a-f]{32}/.exec(line)?.[0] ?? ''))).toEqual([]);
  });

  it('leaves the record as its events say', async () => {
    await expectRowsAsRecorded(api().office);
    const { chains, parts } = await api().office.get(CheckRecord).execute({ whole: true, isAwaited: true });
    expect([chains.broken, parts.flatMap(({ wrong }) => wrong)]).toEqual([[], []]);
  }, 240_000);

  async function newRound(): Promise<void> {
    await ids.lookAgain();
    const signedIn = new Map<string, string>();
    for (const [name, { organisationId, userId }] of Object.entries(people)) {
      const token = randomUUID().replaceAll('-', '');
      await api().office.rows(
        `INSERT INTO session (token_hash, organisation_id, user_id, demo, expires_at, confirmed_at)
         VALUES ($1, $2, $3, false, clock_timestamp() + INTERVAL '1 hour', clock_timestamp() + INTERVAL '1 hour')`,
        [createHash('sha256').update(token).digest('hex'), organisationId, userId],
      );
      signedIn.set(name, token);
      given.add(token);
    }
    tokens = signedIn;
  }

  async function ask({ operation, by, method, url, headers, payload }: DrawnCall): Promise<Answered> {
    const token = by === null ? undefined : tokens.get(by);
    const own: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const asked = { method, url, headers: { ...own, ...headers }, ...(payload === undefined ? {} : { payload }) };
    const answer = await api().app.inject({ ...asked, payloadAsStream: operation === ENDLESS });
    const type = answer.headers['content-type'] ?? '';
    if (operation !== ENDLESS) return { status: answer.statusCode, type, text: answer.payload };
    answer.stream().destroy();
    return { status: answer.statusCode, type, text: '' };
  }
});

/** Enough of it to do it again. */
function told({ mood, method, url, headers, payload }: DrawnCall, { text }: Answered): string {
  const body = (payload ?? '').toString().slice(0, 600);
  return [
    `(${mood}) ${method} ${url.slice(0, 400)}`,
    JSON.stringify(headers).slice(0, 400),
    body,
    text.slice(0, 400),
  ].join('\n    ');
}
