import type { FoundEvent, Page, Sample, TimelineLine } from '@patravali/contract';
import { useApi } from '../../support/http/api';
import { appointClerks, type Clerks, openAFile } from '../../support/http/clerks';
import { openedYesterday } from '../../support/days/opened-earlier';
import { WORDS } from '../../support/office/words';

describe("the auditor's desk over HTTP", () => {
  const api = useApi();
  let clerks: Clerks;
  let fileId: string;
  let [today, tomorrow] = ['', ''];
  beforeAll(async () => {
    clerks = await appointClerks(api());
    fileId = await openAFile(api(), clerks.clerk);
    const body = { toPostId: clerks.officer.postId, ...WORDS };
    await api().as(clerks.clerk, 'post', `/files/${fileId}/forward`, { body });
    await api().as(clerks.officer, 'post', `/files/${fileId}/open`);
    await api().as(clerks.officer, 'post', `/files/${fileId}/return`, { body: { reason: 'आख्या संलग्न करें' } });
    await openedYesterday(api().office);
    const days = await api().office.rows<{ day: string }>(
      'SELECT (india_today() + ahead)::text AS day FROM generate_series(0, 1) ahead ORDER BY ahead',
    );
    [today = '', tomorrow = ''] = days.map(({ day }) => day);
  });
  const ask = (path: string, by: keyof Clerks = 'auditor') => api().as(clerks[by], 'get', path);
  const paths = () => [
    '/audit/files',
    '/audit/events?name=file.returned',
    `/audit/sample?seed=x&day=${today}&size=3`,
    '/audit/losses',
    '/audit/record-check',
    `/files/${fileId}/timeline`,
    `/files/${fileId}/as-of?day=${today}`,
    `/files/${fileId}/verification`,
    `/files/${fileId}/losses`,
  ];

  it('answers an auditor, and refuses everybody else (403)', async () => {
    for (const path of paths()) {
      expect([path, (await ask(path)).status]).toEqual([path, 200]);
      for (const by of ['officer', 'clerk'] as const)
        expect([path, (await ask(path, by)).body]).toMatchObject([path, { status: 403, code: 'not-allowed' }]);
      // Who may not read the file is not even told that it is there.
      const code = path.includes(fileId) ? 'not-found' : 'not-allowed';
      for (const by of ['stranger', 'administrator'] as const)
        expect([path, (await ask(path, by)).body]).toMatchObject([path, { code }]);
    }
  });

  it('says what posts are called, at each place that names one', async () => {
    const body = (await ask(`/files/${fileId}/timeline?marked=true`)).body as Page<TimelineLine>;
    const [line] = body.items;
    expect(line).toMatchObject({ name: 'file.returned', marks: ['returned'] });
    expect(body.posts[line?.movement?.from ?? '']).toMatchObject({ marking: clerks.officer.post.marking });
    const sample = (await ask(`/audit/sample?seed=x&day=${today}&size=3`)).body as Sample;
    expect(sample).toMatchObject({ among: 1, items: [{ id: fileId }] });
    expect(sample.posts[sample.items[0]?.holder ?? '']).toMatchObject({ marking: clerks.clerk.post.marking });
  });

  it('pages through events from the newest on', async () => {
    const first = (await ask('/audit/events?limit=1')).body as Page<FoundEvent>;
    const second = (await ask(`/audit/events?limit=1&cursor=${first.next ?? ''}`)).body as Page<FoundEvent>;
    expect([first, second].map(({ items }) => items[0]?.name)).toEqual(['file.returned', 'file.opened']);
    expect(
      await api().office.rows(`SELECT data->'further' AS further FROM event WHERE name = 'user.searched_events'
        ORDER BY sequence DESC LIMIT 2`),
    ).toEqual([{ further: true }, { further: null }]);
  });

  it.each([
    ['/audit/files?unitId=EST', '#/unitId'],
    ['/audit/files?longerThan=0', '#/longerThan'],
    ['/audit/files?openedFrom=yesterday', '#/openedFrom'],
    ['/audit/events?name=returned', '#/name'],
    ['/audit/sample?day=2026-01-01&size=3', '#/seed'],
    ['/audit/sample?seed=x&day=2026-01-01&size=201', '#/size'],
    ['/audit/files?openedFrom=2026-02-01&openedTo=2026-01-31', '#/openedTo'],
    ['/audit/sample?seed=x&day=2026-03-01&size=3&openedFrom=2026-02-01&openedTo=2026-01-31', '#/openedTo'],
    ['/audit/events?from=2026-02-01&to=2026-01-31', '#/to'],
  ])('refuses what is no filter (422): %s', async (path, pointer) => {
    expect((await ask(path)).body).toMatchObject({ status: 422, code: 'invalid-input', errors: [{ pointer }] });
  });

  it('refuses days to come, in words (422)', async () => {
    for (const path of [`/audit/sample?seed=x&day=${tomorrow}&size=3`, `/files/${fileId}/as-of?day=${tomorrow}`]) {
      const { body } = await ask(path);
      expect([path, body]).toMatchObject([path, { status: 422, code: 'date-in-future' }]);
      expect(body).toMatchObject({ errors: [{ pointer: '#/day', code: 'date-in-future' }] });
    }
  });
});
