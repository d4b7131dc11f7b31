import type { FileState, WayBack } from '@patravali/contract';

/** A file that is set aside on the desk of its holder. */
export interface Aside {
  readonly state: 'parked' | 'in_call_book';
  /** The day on which it comes back, or is reviewed. */
  readonly on: string | null;
  readonly reply: boolean;
  /** It comes back with the last opinion. */
  readonly opinion?: boolean | undefined;
  /** Whether a link officer parked it: in whose name it comes back. */
  readonly link: boolean;
}

export type AsideStep =
  | { readonly does: 'park'; readonly until: string | null; readonly reply: boolean; readonly opinion?: true }
  | { readonly does: 'call_book' | 'review'; readonly on: string }
  | { readonly does: 'take_up' | 'take_out' | 'remind' | 'follow' | 'unfollow' };

const DAY = 24 * 60 * 60 * 1000;
const IN_CALL_BOOK = ['review', 'take_out'];
const ON_FROM = {
  parked: ['park', 'call_book', 'take_up', 'pull_up', 'stop_clock', 'start_clock'],
  in_call_book: IN_CALL_BOOK,
} as const satisfies Record<Aside['state'], readonly string[]>;
/** What is possible wherever the file is set aside. */
const STAYING = [
  'note',
  'change',
  'confirm',
  'take_back',
  'discard',
  'pull_back',
  'remind',
  'follow',
  'unfollow',
  'answer',
  'ask_recall',
  'refuse_recall',
  'withdraw_recall',
  'take_up_note',
  'consult',
  'withdraw_consultation',
  'link',
  'unlink',
];

/** What of a holder’s steps only an officer takes. */
export const OFFICERS_ALONE: readonly string[] = ['close', 'regrade', 'call_book', 'review', 'take_out'];

const ASIDE_STEPS = ['park', 'call_book', 'review', 'take_up', 'take_out', 'remind', 'follow', 'unfollow'];

export function isAside(step: { readonly does: string }): step is AsideStep {
  return ASIDE_STEPS.includes(step.does);
}

/** What the state of the file does not allow, as its code. */
export function unfitState(aside: Aside | null, does: string): string | null {
  if (!aside) return does === 'take_up' || IN_CALL_BOOK.includes(does) ? 'illegal-file-move' : null;
  if (STAYING.includes(does) || (ON_FROM[aside.state] as readonly string[]).includes(does)) return null;
  if (does === 'reopen' || does === 'take_up' || IN_CALL_BOOK.includes(does)) return 'illegal-file-move';
  return aside.state === 'parked' ? 'file-parked' : 'file-in-call-book';
}

/** Why a file is not set aside until that day. */
export function unfitDay(step: { does: string; until?: string | null; on?: string }, today: string): string | null {
  const day = step.does === 'park' ? step.until : step.on;
  if (day && day <= today) return 'day-too-early';
  if (step.does === 'park' || !day) return null;
  return Date.parse(day) - Date.parse(today) > 31 * DAY ? 'day-too-late' : null;
}

/** What of a file is told by how it was set aside, reminded of and followed. */
export abstract class ModelAside {
  aside: Aside | null = null;
  /** It came back from parking by itself to the desk where it is. */
  back: false | 'day_came' | 'consultation_answered' = false;
  reminders = 0;
  /** Who follows it: since when, and how long its register was when they last looked. */
  readonly followers = new Map<string, { at: number; seen: number }>();
  abstract holder: string | null;
  abstract readonly register: readonly unknown[];
  private readonly remindedOn = new Set<string>();

  /** Its day has come: whether a link officer had parked it, or null if it stays where it is. */
  endParking(today: string): boolean | null {
    if (this.aside?.state !== 'parked' || this.aside.on === null || this.aside.on > today) return null;
    const { link } = this.aside;
    [this.aside, this.back] = [null, 'day_came'];
    return link;
  }

  get state(): FileState {
    return this.holder === null ? 'closed' : (this.aside?.state ?? 'on_desk');
  }

  protected abstract now: () => number;
  protected abstract mayRemind(by: string): boolean;

  protected obstacleAside(by: string, step: AsideStep, today: string): string | null {
    if (step.does === 'unfollow') return this.followers.has(by) ? null : 'not-followed';
    if (step.does !== 'remind') return unfitDay(step, today);
    if (this.holder === null) return 'illegal-file-move';
    if (!this.mayRemind(by)) return 'not-allowed';
    return this.remindedOn.has(`${by} ${today}`) ? 'reminded-today' : null;
  }

  protected setAside(by: string, step: AsideStep, today: string, link: boolean): void {
    switch (step.does) {
      case 'remind':
        this.reminders += 1;
        this.remindedOn.add(`${by} ${today}`);
        break;
      case 'follow':
        this.followers.set(by, { at: this.followers.get(by)?.at ?? this.now(), seen: this.register.length });
        break;
      case 'unfollow':
        this.followers.delete(by);
        break;
      case 'park':
        [this.aside, this.back] = [
          { state: 'parked', on: step.until, reply: step.reply, opinion: step.opinion, link },
          false,
        ];
        break;
      case 'call_book':
      case 'review':
        [this.aside, this.back] = [{ state: 'in_call_book', on: step.on, reply: false, link }, false];
        break;
      default:
        this.aside = null;
    }
  }

  /** The last of the posts that were consulted has ended its question. */
  protected lastOpinionCame(): void {
    if (this.aside?.opinion) [this.aside, this.back] = [null, 'consultation_answered'];
  }

  protected forgetWithTheDesk(): void {
    [this.back, this.reminders] = [false, 0];
  }
}

/** How the row of a file tells of it. */
export function asideShown(aside: Aside | null, backFromParking: WayBack | null, reminders: number) {
  return {
    parkedUntil: aside?.state === 'parked' ? aside.on : null,
    parkedFor: aside?.reply ? ('reply_received' as const) : aside?.opinion ? ('consultation_answered' as const) : null,
    reviewOn: aside?.state === 'in_call_book' ? aside.on : null,
    backFromParking,
    reminders,
  };
}
