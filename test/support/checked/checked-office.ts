import { randomUUID } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import type { Grading, ReferenceTarget, StructuredText } from '@patravali/contract';
import { PutReceiptInFile } from '@patravali/correspondence';
import { CreateFile, OpenVolume } from '@patravali/files';
import { ForwardFile, TakeUpFile } from '@patravali/movement';
import { AddNote, ConfirmNote } from '@patravali/notes';
import { KeepCaseCategory, SetCalendar, SetSigningRule, SetUrgencies } from '@patravali/organisation';
import { codeOf, withReceipts } from '../acts/sent-receipts';
import { keptSince } from '../office/kept-long';
import type { TestOffice } from '../office/office';
import { WORDS } from '../office/words';
import type { RandomStep, Who } from '../tours/random-steps';
import { TODAY } from '../tours/tour-of-a-file';
import { actIn } from '../walks/acts';
import { setToday } from '../walks/notes';

/** Whose desks files and receipts go to, from the head of the office downwards; the last post is vacant now and then. */
export const DESKS = ['DS', 'US', 'SO', 'ASO', 'DISPATCH', 'OTHER', 'CLERK', 'TEMP'] as const;
export const POSTS = [...DESKS, 'AUDIT', 'ADMIN'] as const;
/** Who acts: whoever holds a post, or the link officer or the personal assistant of one. */
export const PEOPLE = [...POSTS, 'link officer', 'assistant'] as const;
export type Person = (typeof PEOPLE)[number];

/** What a desk may have to do with: a file, or a receipt. */
export interface Item {
  readonly id: string;
  readonly holder: string | null;
  readonly sender: string | null;
  readonly closedBy: string | null;
  /** The file inside which it travels. */
  readonly inside: string | null;
  readonly parked: boolean;
}

export type ReceiptStep =
  'diarise' | 'forward' | 'open' | 'return' | 'redirect' | 'pull back' | 'put in file' | 'close' | 'reopen';
export type Happening =
  'file' | 'confidential file' | 'case' | 'vacant' | 'kept long' | 'broken reference' | 'discussion' | 'taken up';

/** An office whose files and receipts are brought into any state that steps lead to. Its calendar, urgencies and channel have rules of their own. */
export class CheckedOffice {
  private readonly receipts = withReceipts(() => this.office);

  private constructor(
    private readonly office: TestOffice,
    private readonly people: ReadonlyMap<string, Actor>,
    private readonly categoryId: string,
  ) {}

  static async begin(office: TestOffice): Promise<CheckedOffice> {
    await setToday(office, TODAY);
    const people = new Map<string, Actor>();
    for (const marking of DESKS) if (marking !== 'TEMP') people.set(marking, office.at(marking));
    people.set('AUDIT', office.at('AUDIT'));
    const superior = office.at('SO');
    people.set('TEMP', await office.actor({ marking: 'TEMP', roles: ['dealing_hand'], superior, level: 4 }));
    const administrator = await office.actor({ marking: 'ADMIN', roles: ['administrator'] });
    people.set('ADMIN', administrator);
    people.set('link officer', await office.linkOfficerOf(office.at('SO')));
    // The link officer acts for the one before: whoever joined after that acts too, until he has taken over.
    await office.rows(`UPDATE tenure SET from_on = from_on + 1 WHERE user_id = $1`, [office.at('SO').userId]);
    people.set('assistant', await office.assistantOf(office.at('US')));
    const day = { day: '2026-03-04', works: false, restricted: false, name: { hi: 'होली', en: 'Holi' } };
    const restDays = [{ weekday: 'sunday' as const, weeks: [1, 2, 3, 4, 5] }];
    await office.get(SetCalendar).execute(administrator, { year: 2026, restDays, days: [day] });
    await office.get(SetUrgencies).execute(administrator, {
      reason: 'शासनादेश',
      items: [
        { code: 'immediate', name: { hi: 'तत्काल', en: 'Immediate' }, setBy: 'officer', inUse: true },
        { code: 'top_priority', name: { hi: 'सर्वोच्च', en: 'Top' }, setBy: 'anyone', inUse: false },
      ],
    });
    const powers = [{ fromOn: '2020-01-01', levels: [3, 2, 1], finalPostId: null }];
    const category = { code: 'GRANT', name: { hi: 'अनुदान', en: 'Grant' }, unitId: null, powers };
    const { id } = await office.get(KeepCaseCategory).execute(administrator, category);
    return new CheckedOffice(office, people, id);
  }

  person(person: string): Actor {
    const found = this.people.get(person);
    if (!found) throw new Error(`There is no ${person}`);
    return found;
  }

  files(): Promise<Item[]> {
    return this.office.rows(
      `SELECT file_id AS id, holder_post_id AS holder, sender_post_id AS sender, closed_by_post_id AS "closedBy",
         attached_to_file_id AS inside, state = 'parked' AS parked FROM file_custody ORDER BY file_id`,
    );
  }

  letters(): Promise<Item[]> {
    return this.office.rows(
      `SELECT id, holder_post_id AS holder, sender_post_id AS sender, closed_by_post_id AS "closedBy", NULL AS inside, false AS parked
       FROM receipt ORDER BY id`,
    );
  }

  /** Does what can be done of this; answers the code if it is refused. */
  take(random: RandomStep, files: readonly Item[], which: number): Promise<string | null> {
    const file = files[which % files.length];
    return codeOf(async () => file && (await this.step(random, files, file)));
  }

  private async step({ who, step, link }: RandomStep, files: readonly Item[], file: Item): Promise<unknown> {
    const by = await this.known(file, who, link);
    if (step.does === 'open_volume') {
      const explanation = step.explains ? 'अभिलेख अप्राप्त थे' : undefined;
      return await this.office.get(OpenVolume).execute(by, file.id, { explanation });
    }
    const beside = files.filter(({ id, holder }) => id !== file.id && holder === file.holder);
    const other = 'other' in step ? beside[step.other % Math.max(1, beside.length)] : undefined;
    const postIdOf = (marking: string) => this.person(marking).postId;
    return await actIn(this.office, { by, fileId: file.id, otherId: other?.id ?? randomUUID(), postIdOf }, step);
  }

  private async known({ id, holder, sender, closedBy }: Item, who: Who, link: boolean): Promise<Actor> {
    if (link) return this.person('link officer');
    if (typeof who === 'object') return this.person(who.post);
    if (who !== 'consulted') return this.ofPost({ holder, sender, closer: closedBy, discussed: null }[who]);
    const sql = `SELECT post_id AS post FROM consulted_post WHERE file_id = $1 ORDER BY id DESC LIMIT 1`;
    const [asked] = await this.office.rows<{ post: string }>(sql, [id]);
    return this.ofPost(asked?.post ?? null);
  }

  /** The person on the post of this id; somebody, if there is none. */
  private ofPost(postId: string | null): Actor {
    return [...this.people.values()].find((actor) => actor.postId === postId) ?? this.person('SO');
  }

  takeReceipt(does: ReceiptStep, letters: readonly Item[], which: number, to: Person): Promise<string | null> {
    const letter = letters[which % Math.max(1, letters.length)];
    if (!letter || does === 'diarise') return codeOf(() => this.receipts.diarise(this.person(to)));
    const [holder, sender, receiver] = [this.ofPost(letter.holder), this.ofPost(letter.sender), this.person(to)];
    const { forward, open, giveBack, redirect, pullBack, close, reopen } = this.receipts;
    const acts: Record<Exclude<ReceiptStep, 'diarise'>, () => Promise<unknown>> = {
      forward: () => forward(holder, letter.id, receiver),
      open: () => open(holder, letter.id),
      return: () => giveBack(holder, letter.id),
      redirect: () => redirect(holder, letter.id, receiver),
      'pull back': () => pullBack(sender, letter.id),
      'put in file': () => this.putInFile(holder, letter.id),
      close: () => close(holder, letter.id),
      reopen: () => reopen(this.ofPost(letter.closedBy), letter.id),
    };
    return codeOf(acts[does]);
  }

  private async putInFile(by: Actor, receiptId: string): Promise<void> {
    const file = (await this.files()).find(({ holder }) => holder === by.postId);
    if (file) await this.office.get(PutReceiptInFile).execute(by, receiptId, { fileId: file.id, flag: null });
  }

  /** Something that no step of a file leads to. */
  async happens(what: Happening, files: readonly Item[], which: number): Promise<void> {
    const file = files[which % Math.max(1, files.length)];
    const by = this.person(DESKS[which % DESKS.length] ?? 'SO');
    if (what === 'file') await codeOf(() => this.open(by, which, 'normal', null));
    if (what === 'confidential file') await this.open(this.person('US'), which, 'confidential', null);
    if (what === 'case') await this.open(this.person('ASO'), which, 'normal', this.categoryId);
    if (what === 'kept long' && file) await keptSince(this.office, file.id, 30);
    if (what === 'discussion' && file) await this.discuss(file);
    if (what === 'taken up') for (const each of files) if (each.parked) await this.takeUp(each);
    if (what === 'vacant')
      await this.office.rows(
        'UPDATE tenure SET until_on = CASE WHEN until_on IS NULL THEN from_on END WHERE post_id = $1',
        [this.person('TEMP').postId],
      );
    if (what === 'broken reference')
      await this.office.rows(
        `UPDATE pending_note SET content = $1 WHERE file_id = (SELECT file_id FROM pending_note
           ORDER BY colour = 'green' DESC, hashint4extended($2, hashtext(file_id::text)) LIMIT 1)`,
        [JSON.stringify(referringTo({ kind: 'note', note: 700 })), which],
      );
  }

  private takeUp({ id, holder }: Item): Promise<string | null> {
    return codeOf(() => this.office.get(TakeUpFile).execute(this.ofPost(holder), id));
  }

  /** The holder has discussed it with the post that is vacant now and then, and says so in a green note. */
  private discuss({ id, holder }: Item): Promise<string | null> {
    const [by, note] = [this.ofPost(holder), { ...WORDS.note, kind: 'discussion' } as const];
    return codeOf(async () => {
      await this.office.get(AddNote).execute(by, id, { ...note, discussedWith: [this.person('TEMP').postId] });
      await this.office.get(ConfirmNote).execute(by, id);
    });
  }

  /** A file is opened, and every other one goes to another desk with its first note. */
  private async open(by: Actor, which: number, grading: Grading, categoryId: string | null): Promise<void> {
    const cover = { headId: this.office.headId, subject: 'सड़क की मरम्मत', grading, urgency: 'ordinary' } as const;
    const { id } = await this.office.get(CreateFile).execute(by, { ...cover, categoryId });
    const to = this.person(DESKS[Math.floor(which / DESKS.length) % DESKS.length] ?? 'SO');
    if (which % 2 === 0 && to.postId !== by.postId)
      await this.office.get(ForwardFile).execute(by, id, { toPostId: to.postId, remarks: 'आदेशानुसार', ...WORDS });
  }

  /** Whether authors sign their notes from now on. */
  async signsNotes(signedNotes: boolean): Promise<void> {
    await this.office.get(SetSigningRule).execute(this.person('ADMIN'), { signedForms: [], signedNotes });
  }
}

const referringTo = (to: ReferenceTarget): StructuredText => ({
  version: 1,
  paragraphs: [{ children: [{ type: 'reference', to, label: 'पृष्ठ' }] }],
});
