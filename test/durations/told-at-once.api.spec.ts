import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { useApi } from '../support/http/api';
import { slowdown } from '../support/journeys/pace';
import { appointClerks, openAFile } from '../support/http/clerks';
import { WORDS } from '../support/office/words';
import { TestListener } from '../support/processes/listener';

/** On a machine that has a processor to spare. */
const WITHIN_MS = 1000;
const ROUNDS = 3;

describe('whoever listens', () => {
  const api = useApi();

  it('is told within a second that a file came, whichever process it came through', async () => {
    const { clerk, officer } = await appointClerks(api());
    const there = (await api().office.start()) as NestFastifyApplication;
    await there.listen(0, '127.0.0.1');
    const { port } = there.getHttpServer().address() as AddressInfo;
    const listener = await TestListener.at(`http://127.0.0.1:${port}`, { token: await api().token(officer) });
    const waited: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const file = await openAFile(api(), clerk);
      const sent = Date.now();
      await api().as(clerk, 'post', `/files/${file}/forward`, { body: { toPostId: officer.postId, ...WORDS } });
      waited.push((await listener.hears(({ desks, files }) => desks.length > 0 && files.includes(file))).at - sent);
    }
    listener.hangUp();
    expect(Math.min(...waited)).toBeLessThan(WITHIN_MS * (await slowdown()));
  });
});
