import type { Actor } from '@patravali/authorization';
import { ListAuditedFiles as Query } from '@patravali/contract';
import { CloseFile, CreateFile } from '@patravali/files';
import { ForwardFile } from '@patravali/movement';
import { KeepCaseCategory } from '@patravali/organisation';
import { everyPage } from '../../../../../test/support/office/every-page';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';
import { ListAuditedFiles } from './list-audited-files';

const office = useOffice({ holds: 'section' });

describe('the files that an auditor looks through', () => {
  let auditor: Actor;
  let ofSection: Actor;
  let categoryId: string;
  /** By what is special about each. */
  const files: Record<'plain' | 'kind' | 'old' | 'closed' | 'elsewhere' | 'secret', string> = {
    plain: '',
    kind: '',
    old: '',
    closed: '',
    elsewhere: '',
    secret: '',
  };
  beforeAll(async () => {
    auditor = office().at('AUDIT');
    ofSection = await office().actor({ marking: 'AUD(EST)', roles: ['auditor'], auditedUnitIds: [office().unitId] });
    const administrator = await office().actor({ marking: 'ADMIN', roles: ['administrator'] });
    const kept = await office()
      .get(KeepCaseCategory)
      .execute(administrator, {
        code: 'CL',
        name: { hi: 'अवकाश', en: 'Leave' },
        unitId: null,
        powers: [{ fromOn: '2020-01-01', levels: [3], finalPostId: null }],
      });
    categoryId = kept.id;
    const open = async (by: Actor, subject: string, more: { categoryId?: string; grading?: 'confidential' } = {}) => {
      const cover = { headId: office().headId, subject, grading: 'normal', urgency: 'ordinary', ...more } as const;
      return (await office().get(CreateFile).execute(by, cover)).id;
    };
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    files.plain = await open(aso, 'सड़क की मरम्मत');
    files.kind = await open(aso, 'आकस्मिक अवकाश', { categoryId });
    files.old = await open(aso, 'पुराना प्रकरण');
    files.closed = await open(so, 'निस्तारित प्रकरण');
    files.elsewhere = await open(office().at('CLERK'), 'सड़क की मरम्मत');
    files.secret = await open(so, 'सड़क की मरम्मत', { grading: 'confidential' });
    await office()
      .get(ForwardFile)
      .execute(aso, files.kind, { toPostId: so.postId, ...WORDS });
    await office().get(CloseFile).execute(so, files.closed, { reason: 'निस्तारित', confirmNote: false });
    await office().rows(
      `ALTER TABLE office_file DISABLE TRIGGER USER; ALTER TABLE file_custody DISABLE TRIGGER USER;
       UPDATE office_file SET created_at = office_now() - INTERVAL '40 days' WHERE id = '${files.old}';
       UPDATE file_custody SET since = office_now() - INTERVAL '20 days' WHERE file_id = '${files.old}';
       ALTER TABLE office_file ENABLE TRIGGER USER; ALTER TABLE file_custody ENABLE TRIGGER USER`,
    );
  });

  const nameOf = (id: string) => Object.entries(files).find(([, file]) => file === id)?.[0];
  const found = async (by: Actor, query: Partial<Query> = {}) =>
    (
      await everyPage(2, (page) =>
        office()
          .get(ListAuditedFiles)
          .execute(by, { ...query, ...page }),
      )
    ).map(({ id }) => nameOf(id));
  const daysAgo = async (days: number) =>
    (await office().rows<{ day: string }>('SELECT (india_today() - $1::int)::text AS day', [days]))[0]?.day;

  it('are all normal ones of all units, newest first, where none is named for the post; else of these', async () => {
    expect(await found(auditor)).toEqual(['elsewhere', 'closed', 'old', 'kind', 'plain']);
    expect(await found(ofSection)).toEqual(['closed', 'old', 'kind', 'plain']);
  });

  it('are narrowed by words, computer number, unit, series, kind, desk and state', async () => {
    const [row] = await office().rows<{ n: number }>('SELECT computer_number AS n FROM office_file WHERE id = $1', [
      files.plain,
    ]);
    expect(await found(auditor, { q: 'मरम्मत' })).toEqual(['elsewhere', 'plain']);
    expect(await found(ofSection, { q: 'मरम्मत' })).toEqual(['plain']);
    expect(await found(ofSection, { q: String(row?.n) })).toContain('plain');
    expect(await found(auditor, { unitId: office().at('CLERK').post.unitId })).toEqual(['elsewhere']);
    expect(await found(ofSection, { unitId: office().at('CLERK').post.unitId })).toEqual([]);
    expect(await found(ofSection, { headId: office().headId })).toHaveLength(4);
    expect(await found(ofSection, { headId: office().id })).toEqual([]);
    expect(await found(ofSection, { categoryId })).toEqual(['kind']);
    expect(await found(ofSection, { holderId: office().at('SO').postId })).toEqual(['kind']);
    expect(await found(ofSection, { state: 'closed' })).toEqual(['closed']);
  });

  it('are narrowed by when they were opened, and by how long they have been on one desk', async () => {
    expect(await found(ofSection, { openedTo: await daysAgo(39) })).toEqual(['old']);
    expect(await found(ofSection, { openedFrom: await daysAgo(40), openedTo: await daysAgo(40) })).toEqual(['old']);
    expect(await found(ofSection, { openedFrom: await daysAgo(1) })).toEqual(['closed', 'kind', 'plain']);
    expect(await found(ofSection, { longerThan: 19 })).toEqual(['old']);
    expect(await found(ofSection, { longerThan: 20 })).toEqual([]);
  });

  it('say of which unit they are, when they were opened, and for how long they have been where they are', async () => {
    const { items } = await office().get(ListAuditedFiles).execute(ofSection, { q: 'पुराना', limit: 5 });
    expect(items).toMatchObject([{ id: files.old, unit: { abbreviation: 'EST' }, daysThere: 20 }]);
    const closed = await office().get(ListAuditedFiles).execute(ofSection, { state: 'closed', limit: 5 });
    expect(closed.items).toMatchObject([{ daysThere: null }]);
  });

  it('are shown to nobody but an auditor', async () => {
    for (const marking of ['SO', 'ASO', 'DISPATCH'] as const)
      await expect(office().get(ListAuditedFiles).execute(office().at(marking), { limit: 5 })).rejects.toMatchObject({
        code: 'not-allowed',
      });
  });
});
