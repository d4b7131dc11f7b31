import type { Actor } from '@patravali/authorization';
import { Instant, type Language, markingIn } from '@patravali/contract';
import { select, type SqlRunner } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Letterhead, letterheadOf } from '@patravali/organisation';
import type { RegisterData } from '@patravali/typesetting';
import { z } from 'zod';

/** A register that is longer is asked for in parts: typesetting is bounded in time. */
const MOST_ROWS = 5000;

/** The days of a register, and what else it is asked for. */
export interface RegisterPeriod {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What a register is narrowed to beside its days, `From whom: Inspector`: on paper it stands below the title. */
export type Narrowed = readonly (readonly [heading: string, value: string | undefined])[];

/** The title of a register that does not show all letters of its days says so: it is taken for the whole otherwise. */
export function narrowedTitle(title: string, narrowed: Narrowed): string {
  const said = narrowed.filter(([, value]) => value !== undefined).map(([heading, value]) => `${heading}: ${value}`);
  return said.length === 0 ? title : `${title} · ${said.join('; ')}`;
}

/** Every page of a register. @throws Refusal `invalid-input` if it is too long to be printed at once. */
export async function wholeRegister<T>(
  page: (cursor: string | undefined) => Promise<{ items: T[]; next: string | null }>,
): Promise<T[]> {
  const rows: T[] = [];
  for (let cursor: string | undefined; ;) {
    const { items, next } = await page(cursor);
    rows.push(...items);
    if (next === null) return rows;
    if (rows.length >= MOST_ROWS) {
      throw new Refusal('invalid-input', { most: MOST_ROWS }, { errors: [{ pointer: '#/from', detail: 'too-long' }] });
    }
    cursor = next;
  }
}

/** What stands at the head and the foot of a register: whose it is, who had it made, and when. */
export async function headOf(
  database: SqlRunner,
  actor: Actor,
  language: Language,
): Promise<Pick<RegisterData, 'office' | 'unit' | 'generated'>> {
  const [head] = await select(
    database,
    z.object({ letterhead: Letterhead, at: Instant }),
    `SELECT ${letterheadOf('$1', '$2')} AS letterhead, office_now() AS at`,
    [actor.organisationId, actor.post.unitId],
  );
  if (!head) throw new Error('The acting post has no unit');
  const office = head.letterhead.name[language];
  const generated = { by: actor.name[language], post: markingIn(actor.post, language), office, at: head.at };
  return { office, unit: head.letterhead.unit[language], generated };
}
