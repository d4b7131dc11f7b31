import type { HeldPost } from '@patravali/contract';
import type { LinkProps } from '@tanstack/react-router';
import type { MessageKey } from '../../language/message-keys';

/** What a visitor of the demo office may try first as one of its people, and where. */
export interface FirstStep {
  readonly text: MessageKey;
  readonly link: Pick<LinkProps, 'to' | 'params' | 'search'>;
}

const box = (name: string, search = {}): FirstStep['link'] =>
  ({ to: '/desk/$box', params: { box: name }, search }) as FirstStep['link'];
const register = (name: string): FirstStep['link'] =>
  ({ to: '/registers/$register', params: { register: name }, search: {} }) as FirstStep['link'];
const found = (search = {}): FirstStep['link'] => ({ to: '/search', search });

const CLERK: readonly FirstStep[] = [
  { text: 'firstSteps.clerkReceipt', link: box('receipts') },
  { text: 'firstSteps.clerkFile', link: { to: '/files/new', search: {} } },
  { text: 'firstSteps.clerkNote', link: box('inbox', { unread: true }) },
  { text: 'firstSteps.clerkDraft', link: box('inbox', { action: 'for_necessary_action' }) },
  { text: 'firstSteps.clerkSent', link: box('sent') },
];
const OFFICER: readonly FirstStep[] = [
  { text: 'firstSteps.officerLate', link: box('inbox', { late: true }) },
  { text: 'firstSteps.officerDecide', link: box('inbox', { unread: true }) },
  { text: 'firstSteps.officerDraft', link: box('drafts') },
  { text: 'firstSteps.officerClosed', link: found({ state: 'closed' }) },
];
const DIARIST: readonly FirstStep[] = [
  { text: 'firstSteps.diaristDiarise', link: { to: '/receipts/new' } },
  { text: 'firstSteps.diaristMark', link: box('receipts') },
  { text: 'firstSteps.diaristRegister', link: register('diary') },
];
const DISPATCHER: readonly FirstStep[] = [
  { text: 'firstSteps.dispatcherPost', link: box('to-dispatch') },
  { text: 'firstSteps.dispatcherMail', link: box('to-dispatch') },
  { text: 'firstSteps.dispatcherRegister', link: register('dispatch') },
];
const AUDITOR: readonly FirstStep[] = [
  { text: 'firstSteps.auditorFile', link: found({ state: 'closed' }) },
  { text: 'firstSteps.auditorOpen', link: found({ state: 'on_desk' }) },
  { text: 'firstSteps.auditorDiary', link: register('diary') },
  { text: 'firstSteps.auditorDispatch', link: register('dispatch') },
];
const ADMINISTRATOR: readonly FirstStep[] = [
  { text: 'firstSteps.administratorSearch', link: found() },
  { text: 'firstSteps.administratorDiary', link: register('diary') },
  { text: 'firstSteps.administratorDispatch', link: register('dispatch') },
];

/** The post of the demo office at which letters are diarised; its role is that of any dealing hand. */
const DIARY_POST = 'CR(DIARY)';

/** The first steps of whoever acts from the post. */
export function firstStepsOf({ marking, roles }: Pick<HeldPost, 'marking' | 'roles'>): readonly FirstStep[] {
  if (marking === DIARY_POST) return DIARIST;
  if (roles.includes('officer')) return OFFICER;
  if (roles.includes('dispatcher')) return DISPATCHER;
  if (roles.includes('auditor')) return AUDITOR;
  return roles.includes('administrator') ? ADMINISTRATOR : CLERK;
}
