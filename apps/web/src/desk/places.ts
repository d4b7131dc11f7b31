import { type Box, type DeskCounts, type HeldPost, prepares, type Register, type Role } from '@patravali/contract';
import type { LinkProps } from '@tanstack/react-router';
import type { MessageKey } from '../language/message-keys';
import { holdsWork, takesPart } from './boxes';

type Counts = (counts: DeskCounts) => number;

/** A list or page of a place, beside the others of that place. */
export interface Tab {
  readonly label: MessageKey;
  readonly path: string;
  readonly link: Pick<LinkProps, 'to' | 'params' | 'search'>;
  /** How much waits there. */
  readonly count?: Counts;
}

/** An entry of the menu: a page, or several that are looked at together and stand above the page as tabs. */
export interface Place {
  readonly label: MessageKey;
  readonly tabs: readonly [Tab, ...Tab[]];
  readonly count: Counts;
  /** Its tabs without anything in them are left out, but for the first. */
  readonly hidesEmpty?: boolean;
  /** For this role it is mostly empty, and left out then. */
  readonly onlyFilled?: boolean;
}

const box = (name: Box, count?: Counts): Tab => ({
  label: `desk.box.${name}`,
  path: `/desk/${name}`,
  link: { to: '/desk/$box', params: { box: name }, search: {} },
  ...(count && { count }),
});
const register = (name: Register): Tab => ({
  label: `registers.${name}`,
  path: `/registers/${name}`,
  link: { to: '/registers/$register', params: { register: name }, search: {} },
});
type OfOffice =
  | '/people'
  | '/accounts'
  | '/checklist'
  | '/letterhead'
  | '/draft-templates'
  | '/connections'
  | '/numbers'
  | '/calendar'
  | '/urgencies'
  | '/synonyms'
  | '/case-categories'
  | '/signing-rule'
  | '/certificates';
const page = (label: MessageKey, path: OfOffice): Tab => ({
  label,
  path,
  link: { to: path },
});
const SEARCH: Tab = { label: 'desk.findFiles', path: '/search', link: { to: '/search', search: {} } };
const EVENTS: Tab = { label: 'page.auditEvents', path: '/audit/events', link: { to: '/audit/events', search: {} } };
const SAMPLE: Tab = { label: 'page.auditSample', path: '/audit/sample', link: { to: '/audit/sample', search: {} } };
const SECURITY_EVENTS: Tab = {
  label: 'page.securityEvents',
  path: '/security-events',
  link: { to: '/security-events', search: {} },
};
const DISCUSSIONS: Tab = {
  label: 'discussion.open',
  path: '/desk/discussions',
  link: { to: '/desk/discussions', search: {} },
  count: ({ discussions }) => discussions,
};
const QUESTIONS: Tab = {
  label: 'desk.questions',
  path: '/desk/questions',
  link: { to: '/desk/questions' },
  count: ({ questions }) => questions,
};

const FILES = box('inbox', ({ inbox }) => inbox);
const RECEIPTS = box('receipts', ({ receipts }) => receipts);
const TO_SIGN = box('to-sign', ({ toSign }) => toSign);
const COPIES = box('copies', ({ unseenCopies }) => unseenCopies);
const PARKED = box('parked', ({ parked }) => parked);
const FOLLOW_UP = box('follow-up', ({ followUpNews }) => followUpNews);
const CALL_BOOK = box('call-book', ({ callBook }) => callBook);
const TO_DISPATCH = box('to-dispatch', ({ toDispatch }) => toDispatch);
const STUCK = box('stuck', ({ stuck }) => stuck);
const DRAFTS = box('drafts', ({ drafts }) => drafts);

const LATER = place('desk.later', [PARKED, FOLLOW_UP, CALL_BOOK]);
const SENT = place('desk.sent', [box('sent'), box('sent-receipts'), box('created'), box('closed')]);
const DISPATCH = place('desk.dispatch', [TO_DISPATCH, STUCK]);
/** What the administrator of a unit keeps too. */
const ESTABLISHMENT = [page('people.title', '/people'), page('page.accounts', '/accounts')] as const;
const UNIT = place('desk.office', ESTABLISHMENT);
const OFFICE = place('desk.office', [
  ...ESTABLISHMENT,
  page('page.numbers', '/numbers'),
  page('page.workingCalendar', '/calendar'),
  page('page.urgencies', '/urgencies'),
  page('page.synonyms', '/synonyms'),
  page('page.caseCategories', '/case-categories'),
  page('page.letterhead', '/letterhead'),
  page('page.templates', '/draft-templates'),
  page('page.signingRule', '/signing-rule'),
  page('page.certificates', '/certificates'),
  page('page.connections', '/connections'),
  SECURITY_EVENTS,
  page('page.settingUp', '/checklist'),
]);
const REGISTERS = [register('diary'), register('dispatch'), register('drafts')] as const;

function place(label: MessageKey, tabs: Place['tabs']): Place {
  return { label, tabs, count: (counts) => tabs.reduce((sum, { count }) => sum + (count?.(counts) ?? 0), 0) };
}
const alone = (tab: Tab): Place => place(tab.label, [tab]);

/** The menu of a post: what it may have anything in. Who audits beside other work has what that needs among the registers. */
export function placesOf(post: HeldPost): readonly Place[] {
  const does = (...roles: readonly Role[]) => roles.some((role) => post.roles.includes(role));
  const works = holdsWork(post);
  const audits = does('auditor');
  const office = does('administrator') ? [OFFICE] : does('unit_administrator') ? [UNIT] : [];
  if (!works)
    return [
      ...office,
      alone(SEARCH),
      ...(audits ? [alone(EVENTS), alone(SAMPLE)] : []),
      place('desk.registers', REGISTERS),
      ...(takesPart(post) ? [{ ...alone(DISCUSSIONS), onlyFilled: true }] : []),
    ];
  const isOfficer = does('officer');
  const writes = isOfficer || does('dealing_hand') || prepares(post.capacity);
  return [
    deskOf(post),
    ...(writes ? [alone(DRAFTS)] : []),
    { ...LATER, onlyFilled: !writes },
    SENT,
    { ...DISPATCH, onlyFilled: !does('officer', 'dispatcher') },
    ...(isOfficer ? [alone(box('below'))] : []),
    place('desk.registers', audits ? [...REGISTERS, EVENTS, SAMPLE] : REGISTERS),
    ...office,
  ];
}

/** What waits for the post: all of it, and each kind by itself. An officer signs, and his assistant does not. */
function deskOf(post: HeldPost): Place {
  const isOfficer = post.roles.includes('officer') && !prepares(post.capacity);
  const desk = place(isOfficer ? 'desk.before' : 'desk.mine', [
    box('all'),
    FILES,
    RECEIPTS,
    ...(isOfficer ? [TO_SIGN] : []),
    ...(takesPart(post) ? [QUESTIONS, DISCUSSIONS] : []),
    COPIES,
  ]);
  const [all, ...kinds] = desk.tabs;
  return { ...desk, tabs: [{ ...all, count: desk.count }, ...kinds], hidesEmpty: true };
}

/** The place in which somebody is at this address; undefined where no entry of the menu leads. */
export const placeAt = (places: readonly Place[], pathname: string): Place | undefined =>
  places.find(({ tabs }) => tabs.some(({ path }) => path === pathname));
