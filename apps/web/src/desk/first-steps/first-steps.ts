import { type HeldPost, prepares, type Role } from '@patravali/contract';
import type { LinkProps } from '@tanstack/react-router';
import type { KeyOf } from '../../language/message-topics';

/** What a visitor of the demo office may try first as one of its people, and where. */
export interface FirstStep {
  readonly text: KeyOf<'first-steps'>;
  readonly link: Pick<LinkProps, 'to' | 'params' | 'search'>;
  /** The key that does it there. */
  readonly keys?: string;
}

const box = (name: string, search = {}): FirstStep['link'] =>
  ({ to: '/desk/$box', params: { box: name }, search }) as FirstStep['link'];
const register = (name: string): FirstStep['link'] =>
  ({ to: '/registers/$register', params: { register: name }, search: {} }) as FirstStep['link'];
const PEOPLE: FirstStep['link'] = { to: '/people' };
const found = (search = {}): FirstStep['link'] => ({ to: '/search', search });

const DIARIST: readonly FirstStep[] = [
  { text: 'firstSteps.diaristDiarise', link: { to: '/receipts/new' } },
  { text: 'firstSteps.diaristMark', link: box('receipts'), keys: 'f' },
  { text: 'firstSteps.diaristRegister', link: register('diary') },
];
const CLERK: readonly FirstStep[] = [
  { text: 'firstSteps.clerkReceipt', link: box('receipts') },
  { text: 'firstSteps.clerkNote', link: box('inbox', { unread: true }), keys: 'n' },
  { text: 'firstSteps.clerkSend', link: box('inbox'), keys: 'ctrl+Enter' },
  { text: 'firstSteps.clerkDraft', link: box('inbox', { action: 'for_necessary_action' }) },
];
const SECTION_OFFICER: readonly FirstStep[] = [
  { text: 'firstSteps.officerLate', link: box('inbox', { late: true }) },
  { text: 'firstSteps.sectionNote', link: box('inbox', { unread: true }), keys: 'n' },
  { text: 'firstSteps.sectionDraft', link: box('drafts') },
  { text: 'firstSteps.sectionSend', link: box('inbox'), keys: 'ctrl+Enter' },
];
const OFFICER: readonly FirstStep[] = [
  { text: 'firstSteps.officerLate', link: box('inbox', { late: true }) },
  { text: 'firstSteps.officerDecide', link: box('inbox', { unread: true }), keys: 'a' },
  { text: 'firstSteps.officerDraft', link: box('drafts') },
  { text: 'firstSteps.officerClosed', link: found({ state: 'closed' }) },
];
const DISPATCHER: readonly FirstStep[] = [
  { text: 'firstSteps.dispatcherPost', link: box('to-dispatch') },
  { text: 'firstSteps.dispatcherMail', link: box('to-dispatch') },
  { text: 'firstSteps.dispatcherDelivered', link: register('dispatch') },
];
const AUDITOR: readonly FirstStep[] = [
  { text: 'firstSteps.auditorVerify', link: found({ state: 'closed' }) },
  { text: 'firstSteps.auditorOpen', link: found({ state: 'on_desk' }) },
  { text: 'firstSteps.auditorBundle', link: found({ state: 'closed' }) },
  { text: 'firstSteps.auditorSample', link: { to: '/audit/sample' } },
];
const ADMINISTRATOR: readonly FirstStep[] = [
  { text: 'firstSteps.administratorPeople', link: PEOPLE },
  { text: 'firstSteps.administratorSearch', link: found() },
  { text: 'firstSteps.administratorDiary', link: register('diary') },
];

const ASSISTANT: readonly FirstStep[] = [
  { text: 'firstSteps.assistantNote', link: box('inbox') },
  { text: 'firstSteps.assistantDraft', link: box('drafts') },
  { text: 'firstSteps.assistantLeave', link: box('inbox') },
];

/** The first steps of whoever acts from this post. */
export function firstStepsOf({ roles, capacity }: Pick<HeldPost, 'roles' | 'capacity'>): readonly FirstStep[] {
  if (prepares(capacity)) return ASSISTANT;
  const does = (role: Role) => roles.includes(role);
  if (does('officer')) return does('dealing_hand') ? SECTION_OFFICER : OFFICER;
  if (does('dispatcher')) return does('dealing_hand') ? DIARIST : DISPATCHER;
  if (does('auditor')) return AUDITOR;
  return does('administrator') ? ADMINISTRATOR : CLERK;
}
