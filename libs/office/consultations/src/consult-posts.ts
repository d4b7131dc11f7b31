import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  type ConsultPosts as ConsultPostsRequest,
  type Language,
  markingInBoth,
  type PostsConsulted,
  takesFiles,
} from '@patravali/contract';
import { changeCustody, type FileCustody, lockCustody, openingOf, refuseUnfitDueDate } from '@patravali/custody';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { FreezeNote, type Frozen, frozenFacts, type NoteSheet, readSheet } from '@patravali/notes';
import { headsOfUnits, type PostOnTheWay, postsOnTheWay } from '@patravali/organisation';
import { v7 as uuidv7 } from 'uuid';
import { MAKE_SNAPSHOT } from './snapshots/make-snapshot-queue';
import { openQuestions } from './question/open-questions';

type PostsToConsult = ConsultPostsRequest['posts'];

/**
 * The holder of a file asks other posts, or units through their heads, for their opinion. The file stays where it is; they are shown what is on it now, as a PDF
 * that is made in the background. They are asked about what is final: the note in writing is confirmed and freezes with the question.
 */
@Injectable()
export class ConsultPosts {
  constructor(
    private readonly transactions: Transactions,
    private readonly freezeNote: FreezeNote,
  ) {}

  /**
   * To a vacant post is allowed.
   * @param language of the snapshot.
   * @throws Refusal `unknown-post`, `to-oneself`, `post-takes-no-files`, `already-consulted`,
   * `unknown-unit`, `not-head-of-unit`, `due-date-past`, `due-date-closed`, `nothing-to-ask-about`, `question-before-decision`,
   * and of `whatFreezes`.
   */
  execute(
    actor: Actor,
    fileId: string,
    { question, posts: asked, confirmNote }: ConsultPostsRequest,
    { language, ifMatch }: { readonly language: Language; readonly ifMatch?: number | undefined },
  ): Promise<PostsConsulted> {
    return this.transactions.run(actor, async (tx) => {
      const [{ custody }, sheet] = await Promise.all([
        lockCustody(tx, actor, { fileId, move: 'consult', ifMatch }),
        readSheet(tx, actor, fileId),
      ]);
      const posts = await consultable(tx, custody, asked);
      const units = await askedUnits(tx, asked, posts);
      for (const [place, { dueOn }] of asked.entries()) {
        if (asked.findIndex((each) => each.dueOn === dueOn) === place)
          await refuseUnfitDueDate(tx, actor.organisationId, dueOn, `#/posts/${place}/dueOn`);
      }
      const frozen = await this.freezeBeforeAsking(tx, actor, { custody, sheet }, confirmNote);
      const id = uuidv7();
      const notes = frozen?.counts.notes ?? custody.notes;
      const consultedIds = await writeQuestion(tx, actor, custody, { id, question, language, asked, notes });
      const version = await changeCustody(tx, custody, { ...(await openingOf(tx, custody)), ...frozen?.counts });
      await tx.enqueue(MAKE_SNAPSHOT, { organisationId: actor.organisationId, id });
      await tx.record('consultation.asked', fileId, {
        relatedId: id,
        contentHash: frozen?.contentHash,
        data: {
          ...(frozen && frozenFacts(frozen)),
          posts: posts.map(({ marking }, place) => [units[place], marking].filter(Boolean).join(' → ')),
          consulted: posts.map((post) => post.id),
          dueOn: asked.map((each) => each.dueOn).toSorted()[0],
        },
      });
      return { id: fileId, version, consultedIds };
    });
  }

  /** @throws Refusal `nothing-to-ask-about`, `question-before-decision`, and of `whatFreezes`. */
  private async freezeBeforeAsking(
    tx: Transaction,
    actor: Actor,
    file: { readonly custody: FileCustody; readonly sheet: NoteSheet },
    confirmNote: boolean,
  ): Promise<Frozen | null> {
    // A decision goes with the file, which stays here: what others say may change it.
    if (file.sheet.saved?.decision) throw new Refusal('question-before-decision');
    const frozen = await this.freezeNote.execute(tx, actor, file, { confirmNote, signsAlone: false });
    if (!frozen && file.custody.notes + file.custody.pages === 0) throw new Refusal('nothing-to-ask-about');
    return frozen;
  }
}

/** The posts that are named, in their order. */
async function consultable(tx: Transaction, custody: FileCustody, asked: PostsToConsult): Promise<PostOnTheWay[]> {
  const { organisationId } = tx.by;
  const ids = asked.map(({ postId }) => postId.toLowerCase());
  const [found, open] = await Promise.all([postsOnTheWay(tx, organisationId, ids), openQuestions(tx, custody)]);
  return ids.map((id, place) => {
    const post = found.find((each) => each.id === id);
    const refusal = (code: 'unknown-post' | 'to-oneself' | 'post-takes-no-files' | 'already-consulted') => {
      const errors = [{ pointer: `#/posts/${place}/postId`, detail: code }];
      return new Refusal(code, post ? { post: markingInBoth(post) } : {}, { errors });
    };
    if (!post) throw refusal('unknown-post');
    if (id === custody.holderPostId) throw refusal('to-oneself');
    if (!takesFiles(post)) throw refusal('post-takes-no-files');
    if (open.some(({ postId }) => postId === id)) throw refusal('already-consulted');
    return post;
  });
}

/** The abbreviations of the units that are asked, each in the place of its head. What the page showed is what is asked. */
async function askedUnits(
  tx: Transaction,
  asked: PostsToConsult,
  posts: readonly PostOnTheWay[],
): Promise<(string | undefined)[]> {
  const unitIds = asked.flatMap(({ unitId }) => unitId?.toLowerCase() ?? []);
  const heads = await headsOfUnits(tx, tx.by.organisationId, unitIds);
  return asked.map(({ unitId }, place) => {
    if (unitId === undefined) return undefined;
    const head = heads.get(unitId.toLowerCase());
    const refusal = (code: 'unknown-unit' | 'not-head-of-unit', params: object) =>
      new Refusal(code, { ...params }, { errors: [{ pointer: `#/posts/${place}/unitId`, detail: code }] });
    if (!head) throw refusal('unknown-unit', {});
    const post = posts[place];
    if (head.id !== post?.id) {
      throw refusal('not-head-of-unit', {
        unit: head.abbreviation,
        head: markingInBoth(head),
        post: markingInBoth(post),
      });
    }
    return head.abbreviation;
  });
}

interface NewQuestion {
  readonly id: string;
  readonly question: string;
  readonly language: Language;
  readonly asked: PostsToConsult;
  /** How many the asked are shown: with the one that froze for the question. */
  readonly notes: number;
}

/** @returns the ids of the consulted posts. */
async function writeQuestion(
  tx: Transaction,
  { organisationId, userId, postId, capacity }: Actor,
  { fileId, correspondence, pages }: FileCustody,
  { id, question, language, asked, notes }: NewQuestion,
): Promise<string[]> {
  const ids = asked.map(() => uuidv7());
  await tx.execute(
    `INSERT INTO consultation (id, organisation_id, file_id, question, asked_by_user_id, asked_by_post_id, asked_capacity, language,
       notes, correspondence, pages)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [id, organisationId, fileId, question, userId, postId, capacity, language, notes, correspondence, pages],
  );
  await tx.execute(
    `INSERT INTO consulted_post (id, organisation_id, consultation_id, file_id, place, post_id, due_on, unit_id)
     SELECT asked.id, $1, $2, $3, place, asked.post_id, asked.due_on, asked.unit_id
     FROM unnest($4::uuid[], $5::uuid[], $6::date[], $7::uuid[]) WITH ORDINALITY AS asked (id, post_id, due_on, unit_id, place)`,
    [
      organisationId,
      id,
      fileId,
      ids,
      asked.map((each) => each.postId),
      asked.map(({ dueOn }) => dueOn),
      asked.map(({ unitId }) => unitId ?? null),
    ],
  );
  return ids;
}
