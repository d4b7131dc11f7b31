import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '@patravali/authorization';
import { BeginDigests, MailNotices, MakeNotices } from '@patravali/notices';
import { useApi } from '../../../../test/support/http/api';
import { appointClerks, type Clerks, openAFile } from '../../../../test/support/http/clerks';
import { WORDS } from '../../../../test/support/office/words';

const LAST = { last: true };

describe('notices by e-mail', () => {
  const api = useApi({ config: { publicUrl: 'https://office.example.in' } });
  let clerks: Clerks;
  let officer: Actor;
  beforeAll(async () => {
    clerks = await appointClerks(api());
    await api().office.jobs.start();
  });
  beforeEach(async () => {
    officer = await api().office.actor();
    await api().office.rows(`UPDATE office_user SET email = NULL WHERE email = 'officer@example.in'`);
    await api().office.rows(`UPDATE office_user SET email = 'officer@example.in' WHERE id = $1`, [officer.userId]);
    rmSync(folder(), { recursive: true, force: true });
  });

  const folder = () => join(api().office.config.dataFolder, 'mail');
  const wants = async (channel: string) => {
    const body = { kinds: ['file_came'], channel, on: true };
    expect((await api().as(officer, 'put', '/notices/settings', { body })).status).toBe(204);
  };
  const sendTo = async (grading: 'normal' | 'confidential') => {
    const { clerk, officer: above } = clerks;
    const by = grading === 'normal' ? clerk : above;
    const { fileId, number } =
      grading === 'normal'
        ? { fileId: await openAFile(api(), clerk), number: '' }
        : await api().office.newFile(above, { grading });
    const body = { toPostId: officer.postId, ...WORDS };
    expect((await api().as(by, 'post', `/files/${fileId}/forward`, { body })).status).toBe(200);
    return { fileId, number };
  };
  /** Does the jobs of this queue, as a worker does, and each twice. */
  const doJobs = async (queue: 'mail-notice' | 'mail-digest') => {
    const jobs = await api().office.rows<{ data: never }>(`SELECT data FROM pgboss.job WHERE name = $1`, [queue]);
    const mail = api().office.get(MailNotices);
    for (const { data } of [...jobs, ...jobs]) {
      await (queue === 'mail-notice' ? mail.atOnce(data, LAST) : mail.digest(data, LAST));
    }
    await api().office.rows('DELETE FROM pgboss.job WHERE name = $1', [queue]);
    return jobs.length;
  };
  const mails = () =>
    existsSync(folder())
      ? readdirSync(folder()).map((name) => {
          const [head = '', ...rest] = readFileSync(join(folder(), name), 'latin1').split('\r\n\r\n');
          const isBase64 = /content-transfer-encoding: base64/i.test(head);
          const body = rest.join('\r\n\r\n');
          const quoted = body
            .replaceAll('=\r\n', '')
            .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
          return { head, text: Buffer.from(isBase64 ? body : quoted, isBase64 ? 'base64' : 'latin1').toString('utf8') };
        })
      : [];
  const make = () => api().office.get(MakeNotices).execute();

  it('go at once to whoever wants them so, once, with number and subject of what is normal, and a link', async () => {
    const unwanted = await sendTo('normal');
    await make();
    expect(await doJobs('mail-notice')).toBe(0);
    await wants('email');
    const { fileId } = await sendTo('normal');
    await make();
    expect(await doJobs('mail-notice')).toBe(1);
    const [mail, ...others] = mails();
    expect(others).toEqual([]);
    expect(mail?.head).toContain('To: officer@example.in');
    expect(mail?.text).toContain(`वृद्धावस्था पेंशन · ${clerks.clerk.post.marking} · for necessary action`);
    expect(mail?.text).toContain(`https://office.example.in/files/${fileId}`);
    expect(mail?.text).not.toContain(unwanted.fileId);
  });

  it('tell of what is above normal neither number nor subject nor address', async () => {
    await wants('email');
    const { fileId, number } = await sendTo('confidential');
    await make();
    await doJobs('mail-notice');
    const [mail] = mails();
    expect(mail?.text).toContain('One item');
    expect(mail?.text).toContain('एक प्रविष्टि');
    for (const secret of [number, 'विद्यालय', fileId, clerks.officer.post.marking])
      expect(mail?.text).not.toContain(secret);
  });

  it('are not sent to whoever may not read the thing any more when the mail leaves', async () => {
    await wants('email');
    await sendTo('normal');
    await make();
    const other = await api().office.actor();
    await api().office.rows('DELETE FROM tenure WHERE user_id = $1', [other.userId]);
    await api().office.rows('UPDATE tenure SET post_id = $2 WHERE user_id = $1', [officer.userId, other.postId]);
    expect(await doJobs('mail-notice')).toBe(1);
    expect(mails()).toEqual([]);
  });

  it('are not sent of what was pulled back before it was opened', async () => {
    await wants('email');
    const { fileId } = await sendTo('normal');
    await make();
    const { status } = await api().as(clerks.clerk, 'post', `/files/${fileId}/pull-back`, { body: { reason: 'भूल से' } });
    expect(status).toBe(200);
    expect(await doJobs('mail-notice')).toBe(1);
    expect(mails()).toEqual([]);
  });

  it('are gathered once a working day for whoever wants a digest, and no empty one is sent', async () => {
    await wants('digest');
    await sendTo('normal');
    await sendTo('normal');
    await make();
    const digests = api().office.get(BeginDigests);
    const { office } = api();
    await office.rows(
      `INSERT INTO declared_day (organisation_id, day, works, name_hi, name_en) VALUES ($1, india_today(), false, 'अवकाश', 'Holiday')`,
      [office.id],
    );
    await digests.execute();
    expect(await doJobs('mail-digest')).toBe(0);
    await office.rows('UPDATE declared_day SET works = true');
    await digests.execute();
    await digests.execute();
    expect(await doJobs('mail-digest')).toBe(1);
    expect(mails()).toHaveLength(1);
    expect(mails()[0]?.text.match(/वृद्धावस्था पेंशन/g)).toHaveLength(4);
    await office.rows(`UPDATE notice_digest SET day = day - 1`);
    await digests.execute();
    expect(await doJobs('mail-digest')).toBe(1);
    expect(mails()).toHaveLength(1);
  });
});
