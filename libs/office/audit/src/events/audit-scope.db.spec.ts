import { randomUUID } from 'node:crypto';
import { ListAuditedFiles } from '@patravali/audit';
import type { Actor } from '@patravali/authorization';
import { FileViewQuery, FindFiles } from '@patravali/files';
import { ForwardFile } from '@patravali/movement';
import fc from 'fast-check';
import { everyPage } from '../../../../../test/support/office/every-page';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';
import { ListTimeline } from './list-timeline';
import { SearchEvents } from './search-events';

const UNITS = 4;
const FILES = 24;
const AUDITORS = 8;

interface AFile {
  readonly id: string;
  readonly unit: number;
  readonly grading: 'normal' | 'confidential';
}

describe('whatever an auditor asks for', () => {
  const office = useOffice();
  const units: string[] = [];
  const posts: Actor[] = [];
  const files: AFile[] = [];
  const auditors: { readonly actor: Actor; readonly audits: readonly number[] }[] = [];

  /** Posts of several units open files of both gradings, and send them to each other across the units. */
  beforeAll(async () => {
    for (let unit = 0; unit < UNITS; unit++) {
      const id = randomUUID();
      await office().rows(
        `INSERT INTO unit (id, organisation_id, abbreviation, name_hi, name_en) VALUES ($1, $2, $3, 'अनुभाग', 'Section')`,
        [id, office().id, `U${unit}`],
      );
      units.push(id);
      posts.push(await office().actor({ unitId: id, roles: ['officer', 'dealing_hand'] }));
    }
    const [random = []] = fc.sample(
      fc.array(fc.record({ unit: index(UNITS), to: index(UNITS), secret: fc.boolean() }), {
        minLength: FILES,
        maxLength: FILES,
      }),
      1,
    );
    for (const { unit, to, secret } of random) {
      const grading = secret ? 'confidential' : 'normal';
      const by = at(unit);
      const { fileId } = await office().newFile(by, { grading });
      files.push({ id: fileId, unit, grading });
      if (to !== unit)
        await office()
          .get(ForwardFile)
          .execute(by, fileId, { toPostId: at(to).postId, ...WORDS });
    }
    for (const audits of fc.sample(fc.subarray(units.map((_, unit) => unit)), AUDITORS)) {
      const auditedUnitIds = audits.map((unit) => units[unit] ?? '');
      auditors.push({ actor: await office().actor({ roles: ['auditor'], auditedUnitIds }), audits });
    }
  }, 120_000);

  const at = (unit: number): Actor => {
    const actor = posts[unit];
    if (!actor) throw new Error(`no post of unit ${unit}`);
    return actor;
  };
  const allowed = (audits: readonly number[]) =>
    files.filter(({ unit, grading }) => grading === 'normal' && (audits.length === 0 || audits.includes(unit)));
  const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id).sort();

  it('he is shown the normal files of his units, and no other, in lists and by search', async () => {
    for (const { actor, audits } of auditors) {
      const listed = await everyPage(7, (page) => office().get(ListAuditedFiles).execute(actor, page));
      expect(ids(listed)).toEqual(ids(allowed(audits)));
      const found = await everyPage(7, (page) =>
        office()
          .get(FindFiles)
          .execute(actor, { q: 'भवन', ...page }),
      );
      expect(ids(found)).toEqual(ids(allowed(audits)));
    }
  });

  it('he finds the events of these, and of no other', async () => {
    for (const { actor, audits } of auditors) {
      const events = await everyPage(20, (page) => office().get(SearchEvents).execute(actor, page));
      expect([...new Set(events.map(({ of }) => of.id))].sort()).toEqual(ids(allowed(audits)));
    }
  });

  it('he opens these, and reads the life of these, and of any other he is told that there is none', async () => {
    for (const { actor, audits } of auditors) {
      const open = new Set(ids(allowed(audits)));
      for (const { id } of files) {
        const readings = [
          () => office().get(FileViewQuery).execute(actor, id),
          () => office().get(ListTimeline).execute(actor, id, { gap: 15, limit: 5 }),
        ];
        for (const reading of readings) {
          const answer = await reading().then(
            () => 'read',
            (refused: unknown) => (refused as { code?: string }).code,
          );
          expect(answer).toBe(open.has(id) ? 'read' : 'not-found');
        }
      }
    }
  });
});

const index = (below: number) => fc.integer({ min: 0, max: below - 1 });
