import type { ActionAsked, DiscussionAnswer, FileState, InboxQuery } from '@patravali/contract';
import { FileModel } from './file-model';
import { type Cover, type Posts, takesFiles } from './steps';

/** So many suggestions are shown. */
const SUGGESTED = 5;
/** So many of the last notes say who is on the sheet. */
const SHEET_LOOKED_AT = 20;
const DAY = 24 * 60 * 60 * 1000;

export interface Chips {
  readonly order: InboxQuery['order'];
  readonly unread?: boolean;
  readonly late?: true;
  readonly dueThisWeek?: true;
  readonly action?: ActionAsked;
}

/** What a participant is shown of a discussion note. */
export interface DiscussionModelled {
  readonly fileNumber: string;
  /** Whether he may read the file. */
  readonly reads: boolean;
  readonly note: number;
  readonly answered: DiscussionAnswer | null;
}

/** An office as the manual has it: its files in the order of their making, and what each desk must see of them. */
export class OfficeModel {
  readonly files: FileModel[] = [];
  private time = 0;

  /** @param today the day in India, `YYYY-MM-DD`. */
  constructor(
    readonly posts: Posts,
    public today: string,
  ) {}

  mayCreate(post: string): boolean {
    return ['officer', 'dealing_hand'].includes(this.posts[post]?.role ?? '');
  }

  /** Above normal only an officer opens a file. */
  mayGrade(post: string): boolean {
    return this.posts[post]?.role === 'officer';
  }

  create(by: string, cover: Cover): FileModel {
    const file = new FileModel(
      this.posts,
      by,
      cover,
      () => ++this.time,
      () => this.today,
    );
    this.files.push(file);
    return file;
  }

  /** The cover of a part follows from that of its main file. */
  createPart(by: string, main: FileModel, numbers: Pick<Cover, 'number' | 'computerNumber'>): FileModel {
    const { subject } = main.cover;
    const part = this.create(by, { ...numbers, subject, confidential: main.confidential });
    part.events[0] = { name: 'file.part_opened', other: main };
    main.events.push({ name: 'file.part_opened', other: part, ofOther: true });
    part.mainFile = main;
    main.parts.push(part);
    return part;
  }

  /** The next volume of a file, for which it is closed; the cover follows from it. */
  createVolume(by: string, before: FileModel, numbers: Pick<Cover, 'number' | 'computerNumber'>): FileModel {
    const { subject } = before.cover;
    const next = this.create(by, { ...numbers, subject, confidential: before.confidential });
    next.events[0] = { name: 'file.volume_opened', other: before };
    before.events.push({ name: 'file.volume_opened', other: next, ofOther: true });
    before.goOnIn(next, by);
    return next;
  }

  day(fromToday: number): string {
    return new Date(Date.parse(this.today) + fromToday * DAY).toISOString().slice(0, 10);
  }

  /** What lies on the desk. By due day only what has one; of files due on one day the longest there first. */
  inbox(post: string, { order, unread, late, dueThisWeek, action }: Chips): FileModel[] {
    const found = this.files
      .filter(
        (file) => file.holder === post && file.state === 'on_desk' && (order !== 'due' || file.asked.dueOn !== null),
      )
      .filter((file) => unread === undefined || file.opened !== unread)
      .filter((file) => !late || this.isLate(file))
      .filter((file) => !dueThisWeek || this.isDueThisWeek(file))
      .filter((file) => !action || file.asked.action === action);
    if (order === 'due' || order === 'late') {
      const placeOf = (file: FileModel) =>
        (order === 'late' && this.isLate(file) ? '0' : '1') + (file.asked.dueOn ?? 'never');
      return found.sort((a, b) => compare(placeOf(a), placeOf(b)) || a.since - b.since);
    }
    return found.sort((a, b) => (order === 'oldest' ? a.since - b.since : b.since - a.since));
  }

  /** What the post sent and does not hold again, the latest first. */
  sent(post: string): FileModel[] {
    return this.files
      .filter((file) => file.sentAt.has(post) && file.holder !== post)
      .sort((a, b) => (b.sentAt.get(post) ?? 0) - (a.sentAt.get(post) ?? 0));
  }

  closed(post: string): FileModel[] {
    return this.files.filter((file) => file.closedBy === post).sort((a, b) => b.since - a.since);
  }

  created(post: string): FileModel[] {
    return this.files.filter((file) => file.creator === post).reverse();
  }

  counts(post: string) {
    const held = this.files.filter((file) => file.holder === post && file.state === 'on_desk');
    const callBook = this.aside(post, 'in_call_book');
    const followed = this.followUp(post);
    return {
      questions: this.questions(post).length,
      backFromParking: held.filter(({ back }) => back).length,
      parked: this.aside(post, 'parked').length,
      callBook: callBook.length,
      reviewsOverdue: callBook.filter(({ aside }) => (aside?.on ?? '') < this.today).length,
      followUp: followed.length,
      followUpNews: followed.filter((file) => this.hasMoved(file, post)).length,
      inbox: held.length,
      unread: held.filter((file) => !file.opened).length,
      late: held.filter((file) => this.isLate(file)).length,
      dueThisWeek: held.filter((file) => this.isDueThisWeek(file)).length,
    };
  }

  /** What the post is asked by others: what is due first stands first, then what was asked first. */
  questions(post: string): { dueOn: string; file: FileModel }[] {
    const placeOf = ({ consultation }: FileModel) => consultation.place.get(post) ?? 0;
    return this.files
      .flatMap((file) => {
        const dueOn = file.consultation.asked.get(post);
        return dueOn === undefined ? [] : [{ dueOn, file }];
      })
      .sort((a, b) => compare(a.dueOn, b.dueOn) || placeOf(a.file) - placeOf(b.file));
  }

  /** What the post has set aside: what comes back or is reviewed first stands first, what waits for an event alone last. */
  aside(post: string, state: 'parked' | 'in_call_book'): FileModel[] {
    return this.files
      .filter((file) => file.holder === post && file.aside?.state === state)
      .sort((a, b) => compare(a.aside?.on ?? '9999', b.aside?.on ?? '9999') || a.since - b.since);
  }

  /** What lies on the desks below, parked or not, as far as it is normal: the longest there first. */
  below(post: string): FileModel[] {
    return this.files
      .filter(({ holder, confidential, state }) => {
        const waits = state === 'on_desk' || state === 'parked';
        return holder !== null && !confidential && waits && this.isBelow(holder, post);
      })
      .sort((a, b) => compare(a.clock.shown.clockFrom, b.clock.shown.clockFrom));
  }

  private isBelow(low: string, post: string): boolean {
    const superior = this.posts[low]?.superior;
    return superior !== undefined && (superior === post || this.isBelow(superior, post));
  }

  /** What the post follows and may read, the last first. */
  followUp(post: string): FileModel[] {
    return this.files
      .filter((file) => file.followers.has(post) && file.readableBy(post))
      .sort((a, b) => (b.followers.get(post)?.at ?? 0) - (a.followers.get(post)?.at ?? 0));
  }

  hasMoved({ followers, register }: FileModel, post: string): boolean {
    return register.length > (followers.get(post)?.seen ?? 0);
  }

  /** Every word in number or subject, in any case; a number alone is also the computer number, in either digits. */
  find(post: string, { q = '', state }: { q?: string; state?: FileState }): FileModel[] {
    const digits = q.replace(/[०-९]/g, (digit) => String('०१२३४५६७८९'.indexOf(digit)));
    const words = digits.toLowerCase().split(' ').filter(Boolean);
    const fits = ({ cover }: FileModel) =>
      words.every((word) => `${cover.number} ${cover.subject}`.toLowerCase().includes(word)) ||
      String(cover.computerNumber) === digits;
    return this.files
      .filter((file) => file.readableBy(post) && fits(file))
      .filter((file) => !state || file.state === state)
      .reverse();
  }

  /**
   * Whom the holder may want to send to: whom it was sent past, the superior, the sender, who opened the file, who is on its sheet,
   * then the posts that it has forwarded to most.
   */
  suggestions(post: string, file: FileModel): { post: string; why: string }[] {
    if (file.holder !== post) return [];
    const times = new Map<string, number>();
    for (const { kind, from, to } of this.files.flatMap(({ register }) => register)) {
      if (kind === 'forwarded' && from === post && to) times.set(to, (times.get(to) ?? 0) + 1);
    }
    const frequent = [...times].sort(([a, many], [b, more]) => more - many || compare(a, b)).map(([to]) => to);
    const onSheet = file.sheet
      .slice(-SHEET_LOOKED_AT)
      .filter(({ isOpinion }) => !isOpinion)
      .reverse();
    const wanted = [
      { post: file.wayBack(post) ?? '', why: 'way_back' },
      { post: this.posts[post]?.superior ?? '', why: 'superior' },
      { post: file.sender ?? '', why: 'sender' },
      { post: file.creator, why: 'opener' },
      ...onSheet.map(({ by }) => ({ post: by, why: 'on_sheet' })),
      ...frequent.map((to) => ({ post: to, why: 'frequent' })),
    ].filter((each) => each.post !== post && takesFiles(this.posts[each.post]));
    return wanted.filter((each, i) => wanted.findIndex((one) => one.post === each.post) === i).slice(0, SUGGESTED);
  }

  /** The notes that were discussed with that post, the latest first. */
  discussions(post: string): DiscussionModelled[] {
    return this.files
      .flatMap((file) =>
        file.sheet.flatMap(({ withPost, answered, at, ofPart }, index) => {
          const row = { fileNumber: file.cover.number, reads: file.readableBy(post), note: index + 1, answered };
          return withPost === post && !ofPart && file.showsDiscussions(post) ? [{ at, row }] : [];
        }),
      )
      .sort((a, b) => b.at - a.at)
      .map(({ row }) => row);
  }

  private isLate({ asked, clock }: FileModel): boolean {
    return clock.overLimit || (asked.dueOn !== null && asked.dueOn < this.today);
  }

  /** Today and the six days after it. */
  private isDueThisWeek({ asked }: FileModel): boolean {
    return asked.dueOn !== null && asked.dueOn >= this.today && asked.dueOn <= this.day(6);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
