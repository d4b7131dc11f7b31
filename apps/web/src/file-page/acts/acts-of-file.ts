import type { FileMove } from '@patravali/contract';

/** The groups in which the acts stand, in this order. */
export const ACT_GROUPS = ['write', 'decide', 'send', 'aside', 'together', 'papers'] as const;
export type GroupOfActs = (typeof ACT_GROUPS)[number];

/** How an act is done. */
export type Way =
  /** The foot of the note sheet does it, and binds its key there. */
  | 'foot'
  /** A dialog asks for what it needs. */
  | 'dialog'
  /** It asks nothing. */
  | 'at-once'
  /** The browser does it, at its own key. */
  | 'browser';

export interface ActOfFile {
  readonly group: GroupOfActs;
  readonly keys: string;
  readonly way: Way;
  /** The move that has to be allowed; without one anybody who reads the file may do it. */
  readonly move?: FileMove;
  /** It is also named while it is not possible, with why. Others are no matter of the file as it stands then. */
  readonly named?: true;
  /** Only officers do it. */
  readonly officers?: true;
}

/**
 * All that can be done with a file. The menu of the file and the command palette both offer these, and the two that a hand needs
 * first stand beside the menu. A key belongs to one act at a time: where two bear the same, never are both possible.
 */
export const ACTS_OF_FILE = {
  note: { group: 'write', keys: 'n', way: 'foot', move: 'note', named: true },
  put_up_draft: { group: 'write', keys: 'p', way: 'at-once', move: 'put_up_draft', named: true },
  correct_cover: { group: 'write', keys: 'shift+c', way: 'dialog', move: 'correct_cover', named: true },

  approve: { group: 'decide', keys: 'a', way: 'foot', move: 'decide', named: true },
  close: { group: 'decide', keys: 'x', way: 'dialog', move: 'close', named: true },
  reopen: { group: 'decide', keys: 'x', way: 'dialog', move: 'reopen' },
  regrade: { group: 'decide', keys: 'shift+g', way: 'dialog', move: 'regrade', named: true },

  send: { group: 'send', keys: 'ctrl+Enter', way: 'foot', move: 'forward', named: true },
  another_post: { group: 'send', keys: 'f', way: 'foot', move: 'forward', named: true },
  discuss: { group: 'send', keys: 'd', way: 'foot', move: 'forward', named: true, officers: true },
  return: { group: 'send', keys: 'r', way: 'foot', move: 'return', named: true },
  put_up_for_correction: { group: 'send', keys: 'v', way: 'foot', move: 'put_up_for_correction', named: true },
  return_correction: { group: 'send', keys: 'r', way: 'foot', move: 'return_correction' },
  pull_back: { group: 'send', keys: 'b', way: 'dialog', move: 'pull_back' },
  ask_recall: { group: 'send', keys: 'b', way: 'dialog', move: 'ask_recall' },
  withdraw_recall: { group: 'send', keys: 'b', way: 'at-once', move: 'withdraw_recall' },
  agree_recall: { group: 'send', keys: 'y', way: 'dialog', move: 'agree_recall' },
  refuse_recall: { group: 'send', keys: 'o', way: 'dialog', move: 'refuse_recall' },
  pull_up: { group: 'send', keys: 't', way: 'dialog', move: 'pull_up' },
  consult: { group: 'send', keys: 'q', way: 'dialog', move: 'consult', named: true },
  withdraw_consultation: { group: 'send', keys: 'shift+q', way: 'dialog', move: 'withdraw_consultation' },

  take_up: { group: 'aside', keys: 'w', way: 'at-once', move: 'take_up' },
  park: { group: 'aside', keys: 'w', way: 'dialog', move: 'park', named: true },
  park_anew: { group: 'aside', keys: 'shift+w', way: 'dialog', move: 'take_up' },
  review_call_book: { group: 'aside', keys: 'w', way: 'dialog', move: 'review_call_book' },
  take_out_of_call_book: { group: 'aside', keys: 'shift+k', way: 'at-once', move: 'take_out_of_call_book' },
  put_in_call_book: { group: 'aside', keys: 'shift+k', way: 'dialog', move: 'put_in_call_book', named: true },
  stop_clock: { group: 'aside', keys: 'shift+t', way: 'dialog', move: 'stop_clock' },
  start_clock: { group: 'aside', keys: 'shift+t', way: 'at-once', move: 'start_clock' },
  follow: { group: 'aside', keys: 'm', way: 'at-once', move: 'follow' },
  unfollow: { group: 'aside', keys: 'm', way: 'at-once', move: 'follow' },
  remind_me: { group: 'aside', keys: 'shift+m', way: 'dialog', move: 'follow' },
  clear_reminder: { group: 'aside', keys: 'shift+r', way: 'at-once', move: 'follow' },
  remind: { group: 'aside', keys: 'h', way: 'dialog', move: 'remind' },

  together: { group: 'together', keys: 'g', way: 'dialog' },
  open_volume: { group: 'together', keys: 't', way: 'dialog', move: 'open_volume', named: true },

  note_sheet_pdf: { group: 'papers', keys: 'shift+n', way: 'at-once' },
  whole_file_pdf: { group: 'papers', keys: 'shift+p', way: 'at-once' },
  part_pdf: { group: 'papers', keys: 'shift+e', way: 'dialog' },
  bundle: { group: 'papers', keys: 'shift+b', way: 'dialog' },
  print: { group: 'papers', keys: 'ctrl+P', way: 'browser' },
  my_pdfs: { group: 'papers', keys: 'shift+y', way: 'at-once' },
} as const satisfies Record<string, ActOfFile>;

export type ActId = keyof typeof ACTS_OF_FILE;
export const ACT_IDS = Object.keys(ACTS_OF_FILE) as ActId[];
export const actOf = (id: ActId): ActOfFile => ACTS_OF_FILE[id];

/** What an act that is done so is called. */
export type ActDone<W extends Way> = { [Id in ActId]: (typeof ACTS_OF_FILE)[Id]['way'] extends W ? Id : never }[ActId];

/** What waits for an answer of this post, or wants to be taken up, before anything else. */
const WAITING: readonly ActId[] = ['agree_recall', 'refuse_recall', 'take_up', 'review_call_book'];
/** What whoever sent the file, or closed it, or stands above its desk, comes for. */
const ELSEWHERE: readonly ActId[] = ['pull_back', 'ask_recall', 'withdraw_recall', 'pull_up', 'reopen', 'remind'];
const OFFICERS_HAND: readonly ActId[] = ['discuss', 'return'];
const ASSISTANTS_HAND: readonly ActId[] = ['put_up_draft', 'park'];
/** As many stand beside the menu. */
const MOST_SHOWN = 2;

/** The acts that stand beside the menu, of those that are possible: those of an officer's hand, or of an assistant's. */
export function firstActs(possible: ReadonlySet<ActId>, isOfficer: boolean): ActId[] {
  const hand = isOfficer ? OFFICERS_HAND : ASSISTANTS_HAND;
  return [...WAITING, ...hand, ...ELSEWHERE].filter((id) => possible.has(id)).slice(0, MOST_SHOWN);
}
