import { HOLDING_ROLES, type Role, ROLES } from '../../organisation/contract/vocabulary';

/** Parked, or in the call book: set aside on the desk of its holder. Attached: it travels inside another file. */
export const FILE_STATES = ['on_desk', 'parked', 'in_call_book', 'attached', 'closed'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** In which state files are looked for: `open` are all that are not closed. */
export const SOUGHT_STATES = ['open', ...FILE_STATES] as const;
export type SoughtState = (typeof SOUGHT_STATES)[number];

/** How a post stands to a file. `libs/office/custody/src/file-custody/file-abilities.ts` says how that is read off the custody row. */
export type Standing = 'holder' | 'sender' | 'closer' | 'reader' | 'reader_of_normal' | 'auditor';

/** Who may make a move: posts of one of these roles that stand so to the file. */
export interface Doer {
  readonly standing: Standing;
  readonly roles: readonly Role[];
}

const DRAFTING_ROLES: readonly Role[] = ['dealing_hand', 'officer'];

const HOLDER: Doer = { standing: 'holder', roles: HOLDING_ROLES };
/** The holder, unless the post only dispatches. */
const DRAFTER: Doer = { standing: 'holder', roles: DRAFTING_ROLES };
const OFFICER: Doer = { standing: 'holder', roles: ['officer'] };
const SENDER: Doer = { standing: 'sender', roles: HOLDING_ROLES };

/** What a move of a file does, and who may make it. */
export interface FileMoveRow {
  readonly by: readonly Doer[];
  /** A personal assistant on the officer's post may as well, if the file is normal. */
  readonly byAssistant?: true;
  readonly from: readonly FileState[];
  /** Left out, the file stays as it is. */
  readonly to?: FileState;
  /** It takes the file from its desk, lays it aside there, or freezes its note: it waits while a note is up for correction. */
  readonly waitsForCorrection?: true;
}

const ON_DESK = ['on_desk'] as const;
/** What a holder may do as well while the file is set aside, without taking it up. */
const HELD = ['on_desk', 'parked', 'in_call_book'] as const;
const CALL_BOOK = ['in_call_book'] as const;
const NOT_IN_CALL_BOOK = ['on_desk', 'parked'] as const;

/**
 * The life of a file: who may make which move, from which states, and where it leads. Nothing else in the system decides this:
 * the life cycle, the rules of CASL and the moves that the page shows follow from it. An operation names its move.
 */
export const FILE_LIFE = {
  open: { by: [HOLDER], byAssistant: true, from: ON_DESK },
  // It stands on top of the desk; the other way as well.
  pin: { by: [HOLDER], from: ON_DESK },
  note: { by: [HOLDER], byAssistant: true, from: HELD },
  confirm_note: { by: [HOLDER], from: HELD },
  decide: { by: [OFFICER], from: ON_DESK },

  // From desk to desk.
  forward: { by: [HOLDER], from: ON_DESK, waitsForCorrection: true },
  return: { by: [HOLDER], from: ON_DESK, waitsForCorrection: true },
  // It is refused of what is set aside: that has been opened.
  pull_back: { by: [SENDER], from: HELD },
  put_up_for_correction: { by: [HOLDER], from: ON_DESK, waitsForCorrection: true },
  return_correction: { by: [HOLDER], from: ON_DESK },

  // Back after the other desk has opened it.
  ask_recall: { by: [SENDER], from: HELD },
  agree_recall: { by: [HOLDER], from: ON_DESK, waitsForCorrection: true },
  refuse_recall: { by: [HOLDER], from: HELD },
  withdraw_recall: { by: [SENDER], from: HELD },
  // From the desk of a post below: `refuseUnlessAbove` asks who that is.
  pull_up: {
    by: [{ standing: 'reader_of_normal', roles: ['officer'] }],
    from: NOT_IN_CALL_BOOK,
    to: 'on_desk',
    waitsForCorrection: true,
  },

  // Set aside on its desk, and taken up again.
  park: { by: [HOLDER], from: NOT_IN_CALL_BOOK, to: 'parked', waitsForCorrection: true },
  take_up: { by: [HOLDER], from: ['parked'], to: 'on_desk' },
  put_in_call_book: { by: [OFFICER], from: NOT_IN_CALL_BOOK, to: 'in_call_book', waitsForCorrection: true },
  review_call_book: { by: [OFFICER], from: CALL_BOOK },
  take_out_of_call_book: { by: [OFFICER], from: CALL_BOOK, to: 'on_desk' },
  // In the call book the clock stands still, until the case is taken out.
  stop_clock: { by: [HOLDER], from: NOT_IN_CALL_BOOK },
  start_clock: { by: [HOLDER], from: NOT_IN_CALL_BOOK },

  // Two files: they come together or apart, or one is a part or the next volume of the other.
  link: { by: [HOLDER], from: HELD },
  unlink: { by: [HOLDER], from: HELD },
  attach: { by: [HOLDER], from: ON_DESK, to: 'attached', waitsForCorrection: true },
  detach: { by: [HOLDER], from: ['attached'], to: 'on_desk' },
  // Of a file on another desk.
  open_part: { by: [{ standing: 'reader', roles: DRAFTING_ROLES }], from: [...HELD, 'attached'] },
  incorporate: { by: [HOLDER], from: ON_DESK, to: 'closed', waitsForCorrection: true },
  open_volume: { by: [DRAFTER], from: ON_DESK, to: 'closed', waitsForCorrection: true },

  // Other posts are asked for their opinion while the file stays where it is.
  consult: { by: [HOLDER], from: HELD, waitsForCorrection: true },
  withdraw_consultation: { by: [HOLDER], from: HELD },

  // The superiors of its holder as well: `mayRemind` asks who they are.
  remind: { by: [SENDER, { standing: 'reader_of_normal', roles: HOLDING_ROLES }], from: HELD },
  follow: {
    by: [
      { standing: 'reader', roles: ROLES },
      { standing: 'auditor', roles: ['auditor'] },
    ],
    from: FILE_STATES,
  },

  close: { by: [OFFICER], from: ON_DESK, to: 'closed', waitsForCorrection: true },
  reopen: { by: [{ standing: 'closer', roles: ['officer'] }], from: ['closed'], to: 'on_desk' },
  put_up_draft: { by: [DRAFTER], byAssistant: true, from: ON_DESK },
  add_receipt: { by: [HOLDER], from: HELD },
  correct_cover: { by: [HOLDER], from: ON_DESK },
  regrade: { by: [OFFICER], from: ON_DESK },
} as const satisfies Record<string, FileMoveRow>;

export type FileMove = keyof typeof FILE_LIFE;
export const FILE_MOVES = Object.keys(FILE_LIFE) as [FileMove, ...FileMove[]];
