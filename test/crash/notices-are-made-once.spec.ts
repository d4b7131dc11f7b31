import { setTimeout as pause } from 'node:timers/promises';
import { ForwardFile as ForwardFileRequest } from '@patravali/contract';
import { ForwardFile } from '@patravali/movement';
import { useOffice } from '../support/office/office';
import { OfficeProcess } from '../support/processes/office-process';
import { runs } from '../support/run/runs';
import { WORDS } from '../support/office/words';

const KILLS = runs(4);
const FILES_BETWEEN = 12;
const BETWEEN_KILLS_MS = 1_500;
const WITHIN_MS = 60_000;

describe('workers that are killed while they make notices', () => {
  const running: OfficeProcess[] = [];
  afterAll(() => Promise.all(running.map((each) => each.kill())));
  const office = useOffice({ holds: 'section' });
  const start = () => {
    const worker = OfficeProcess.worker(office().config);
    running.push(worker);
    return worker;
  };

  it('lose none and make none twice: every file that came is told of once', async () => {
    const [clerk, officer] = [office().at('ASO'), office().at('SO')];
    const sent: string[] = [];
    const send = async () => {
      const { fileId } = await office().newFile(clerk);
      const request = ForwardFileRequest.parse({ toPostId: officer.postId, ...WORDS });
      await office().get(ForwardFile).execute(clerk, fileId, request);
      sent.push(fileId);
    };
    const notices = () =>
      office().rows<{ file: string; times: number }>(
        `SELECT subject_id AS file, count(*)::int AS times FROM notice WHERE user_id = $1 AND kind = 'file_came' GROUP BY 1`,
        [officer.userId],
      );
    let workers = [start(), start()];
    for (let kill = 0; kill < KILLS; kill++) {
      const begun = Date.now();
      for (let count = 0; count < FILES_BETWEEN; count++) {
        await send();
        await pause(Math.random() * (BETWEEN_KILLS_MS / FILES_BETWEEN));
      }
      await pause(Math.max(0, BETWEEN_KILLS_MS - (Date.now() - begun)));
      const [killed, ...others] = workers;
      await killed?.kill();
      await send();
      workers = [...others, start()];
    }
    const begun = Date.now();
    while ((await notices()).length < sent.length && Date.now() - begun < WITHIN_MS) await pause(100);
    const made = await notices();
    expect(made.map(({ file }) => file).sort()).toEqual([...sent].sort());
    expect(made.filter(({ times }) => times !== 1)).toEqual([]);
  }, 240_000);
});
