import type { Actor } from '@patravali/authorization';
import { CreateReceipt as CreateReceiptRequest, ReceiptView } from '@patravali/contract';
import {
  CloseReceipt,
  CreateReceipt,
  ForwardReceipt,
  OpenReceipt,
  PullBackReceipt,
  ReceiptViewQuery,
  RedirectReceipt,
  ReopenReceipt,
  ReturnReceipt,
  SeeReceiptCopy,
} from '@patravali/dak';
import { DeskCountsQuery, ReceiptBox } from '@patravali/desk';
import { everyPage } from '../office/every-page';
import type { Posts } from '../model/steps';
import type { TestOffice } from '../office/office';
import { writeActor, writeOffice } from '../office/rows';
import { type ReceiptModel, ReceiptOffice, type ReceiptStep } from '../model/receipt-model';
import { INVARIANTS } from './register-invariants';

const LETTER = {
  subject: 'भवन की मरम्मत',
  senderName: 'खण्ड शिक्षा अधिकारी',
  receivedOn: '2020-01-20',
  deliveryMode: 'post',
  language: 'hi',
};
const REASON = 'नियमानुसार';
/** What holds of receipts, of the invariants of the registers. */
const OF_RECEIPTS = Object.entries(INVARIANTS).filter(([rule]) => rule.includes('letter') || rule.includes('copy'));

/** One walk of letters through an organisation of its own, and the model that it must equal. */
export class ReceiptWalk {
  private readonly ids = new Map<ReceiptModel, string>();

  private constructor(
    readonly office: TestOffice,
    readonly model: ReceiptOffice,
    private readonly actors: ReadonlyMap<string, Actor>,
  ) {}

  static async begin(office: TestOffice, posts: Posts, today: string): Promise<ReceiptWalk> {
    const written = await writeOffice(office.owner);
    const actors = new Map<string, Actor>();
    for (const [marking, { role, superior }] of Object.entries(posts)) {
      const above = superior ? actors.get(superior) : undefined;
      actors.set(marking, await writeActor(office.owner, written, { marking, roles: [role], superior: above }));
    }
    await office.rows(
      `CREATE OR REPLACE FUNCTION india_today() RETURNS date LANGUAGE sql STABLE AS $$ SELECT '${today}'::date $$`,
    );
    return new ReceiptWalk(office, new ReceiptOffice(posts, today), actors);
  }

  /** A letter comes in, confidential ones through the hands of an officer. */
  async create(by: string, confidential: boolean): Promise<void> {
    const actor = this.actor(by);
    const [document] = await this.office.rows<{ id: string }>(
      `INSERT INTO document (id, organisation_id, sha256, size, pages, file_name, has_text, uploaded_by_user_id, uploaded_by_post_id)
       VALUES (gen_random_uuid(), $1, repeat('a', 64), 1, 1, 'a.pdf', true, $2, $3) RETURNING id`,
      [actor.organisationId, actor.userId, actor.postId],
    );
    const { id } = await this.office
      .get(CreateReceipt)
      .execute(actor, CreateReceiptRequest.parse({ ...LETTER, documentId: document?.id }));
    // As if an officer had graded it: who may is another matter.
    if (confidential) {
      await this.office.rows('ALTER TABLE receipt DISABLE TRIGGER receipt_graded_by_officer');
      await this.office.rows(`UPDATE receipt SET grading = 'confidential', reader_post_ids = $2 WHERE id = $1`, [
        id,
        [actor.postId],
      ]);
      await this.office.rows('ALTER TABLE receipt ENABLE TRIGGER receipt_graded_by_officer');
    }
    const receipt = this.model.create(by, confidential);
    this.ids.set(receipt, id);
    await this.compare(receipt, [by]);
  }

  /** Takes the step in the office and in the model, and compares the two. Answers the code of the refusal, if refused. */
  async take(receipt: ReceiptModel, by: string, step: ReceiptStep): Promise<string | null> {
    const [id, before] = [this.ids.get(receipt) ?? '', receipt.holder];
    const stored = await this.stored(id);
    const refusal = receipt.take(by, step);
    const doing = this.act(this.actor(by), id, step);
    if (refusal) {
      await expect(doing).rejects.toMatchObject({ code: refusal });
      expect(await this.stored(id)).toEqual(stored);
    } else {
      await doing;
      const copied = step.does === 'forward' ? step.copyTo : [];
      await this.compare(receipt, [by, before, receipt.holder, ...copied]);
    }
    return refusal;
  }

  async compareDesks(posts: Iterable<string | null>, limit: number): Promise<void> {
    const box = this.office.get(ReceiptBox);
    for (const post of new Set(posts)) {
      if (post === null) continue;
      const actor = this.actor(post);
      const [inbox, copies, counts] = await Promise.all([
        everyPage(limit, (query) => box.execute(actor, query)),
        everyPage(limit, (query) => box.copies(actor, query)),
        this.office.get(DeskCountsQuery).execute(actor),
      ]);
      const idsOf = (receipts: readonly ReceiptModel[]) => receipts.map((each) => this.ids.get(each));
      expect([post, inbox.map(({ id }) => id)]).toEqual([post, idsOf(this.model.inbox(post))]);
      expect([post, copies.map(({ id }) => id)]).toEqual([post, idsOf(this.model.copied(post))]);
      expect({ post, ...counts }).toMatchObject({ post, ...this.model.counts(post) });
    }
  }

  private async compare(receipt: ReceiptModel, desks: readonly (string | null)[]): Promise<void> {
    const id = this.ids.get(receipt) ?? '';
    for (const post of Object.keys(this.model.posts)) {
      const reading = this.office.get(ReceiptViewQuery).execute(this.actor(post), id);
      if (!receipt.readableBy(post)) {
        await expect(reading).rejects.toMatchObject({ code: 'not-found' });
        continue;
      }
      const { allowedMoves, copyToSee } = await reading;
      expect({ post, moves: MOVES.filter((move) => allowedMoves.includes(move)), copyToSee }).toEqual({
        post,
        moves: MOVES.filter((move) => receipt.mayTry(post, move)),
        copyToSee: receipt.copies.get(post)?.seen === false && this.model.posts[post]?.role !== 'auditor',
      });
    }
    const reader = this.actor(receipt.holder ?? receipt.closedBy ?? receipt.diarist);
    const shown = await this.office.named(ReceiptView, this.office.get(ReceiptViewQuery).execute(reader, id), reader);
    expect([shown.closed?.by.post.marking ?? null, shown.closed?.reason]).toEqual([
      receipt.closedBy,
      receipt.closedBy === null ? undefined : REASON,
    ]);
    const { state, holder, from, unread, dueOn, action, returned, redirected, movements, copies } = shown;
    expect({
      state,
      holder: holder?.marking ?? null,
      sender: from?.marking ?? null,
      unread,
      dueOn,
      action,
      returned,
      redirected,
      movements: movements.map((line) => ({
        kind: line.kind,
        from: line.from?.marking ?? null,
        to: line.to?.marking ?? null,
      })),
      copies: copies.map((copy) => ({ post: copy.post.marking, from: copy.from.marking, seen: copy.seenAt !== null })),
    }).toEqual({ ...receipt.shown, copies: expect.arrayContaining(receipt.shown.copies) as unknown });
    expect(copies).toHaveLength(receipt.copies.size);
    const events = await this.office.rows<{ name: string; told: string | null }>(
      `SELECT name, data->>'markedByPostId' AS told FROM event WHERE subject_id = $1 ORDER BY sequence`,
      [id],
    );
    expect(events.map(({ name }) => name)).toEqual(receipt.events);
    const told = events.findLast(({ name }) => name === 'receipt.redirected')?.told;
    expect(told ?? null).toBe(receipt.toldOfRedirect && this.actor(receipt.toldOfRedirect).postId);
    for (const [rule, finds] of OF_RECEIPTS) expect([rule, await this.office.rows(finds)]).toEqual([rule, []]);
    await this.compareDesks(desks, 1 + (receipt.events.length % 3));
  }

  private stored(id: string) {
    return this.office.rows(
      `SELECT to_jsonb(r) AS receipt, (SELECT json_agg(m ORDER BY m.sequence) FROM movement m WHERE m.receipt_id = r.id) AS movements,
         (SELECT json_agg(k ORDER BY k.post_id) FROM receipt_copy k WHERE k.receipt_id = r.id) AS copies,
         (SELECT count(*)::int FROM event e WHERE e.subject_id = r.id) AS events FROM receipt r WHERE r.id = $1`,
      [id],
    );
  }

  private act(by: Actor, id: string, step: ReceiptStep): Promise<unknown> {
    const { office } = this;
    switch (step.does) {
      case 'open':
        return office.get(OpenReceipt).execute(by, id);
      case 'see':
        return office.get(SeeReceiptCopy).execute(by, id);
      case 'pull_back':
        return office.get(PullBackReceipt).execute(by, id, {});
      case 'return':
        return office.get(ReturnReceipt).execute(by, id, { reason: REASON });
      case 'close':
        return office.get(CloseReceipt).execute(by, id, { reason: REASON });
      case 'reopen':
        return office.get(ReopenReceipt).execute(by, id, { reason: REASON });
      case 'redirect':
        return office.get(RedirectReceipt).execute(by, id, { toPostId: this.actor(step.to).postId, reason: REASON });
      case 'forward':
        return office.get(ForwardReceipt).execute(by, id, {
          toPostId: this.actor(step.to).postId,
          action: 'for_necessary_action',
          dueOn: step.dueOn ?? undefined,
          copyToPostIds: step.copyTo.map((post) => this.actor(post).postId),
        });
    }
  }

  private actor(marking: string): Actor {
    const found = this.actors.get(marking);
    if (!found) throw new Error(`There is no post ${marking}`);
    return found;
  }
}

/** What the page offers of the moves of the model. */
const MOVES = ['open', 'forward', 'pull_back', 'return', 'redirect', 'close', 'reopen'] as const;
