import type { SecurityEvent } from '@patravali/contract';
import type { KeyOf } from '../../language/message-topics';

type Sentence = KeyOf<'security-events'>;

/** How somebody signed in, and why a session ended. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  password: 'securityLog.byPassword',
  link: 'securityLog.byLink',
  demo: 'securityLog.byDemo',
  signed_out: 'securityLog.signedOut',
  by_another_session: 'securityLog.byAnotherSession',
  too_many: 'securityLog.tooMany',
  password_changed: 'securityLog.passwordChanged',
  link_used: 'securityLog.linkUsed',
  account_closed: 'securityLog.accountClosed',
};

/** What else is known of an event: a sentence, or what stands in the record as it is: what was asked, of which key. */
export function detailsOf({ data }: SecurityEvent): { sentence: Sentence } | { asItIs: string } | null {
  const { way, how, method, route, fingerprint } = data;
  const sentence = [way, how].map((word) => SENTENCES[String(word)]).find((found) => found !== undefined);
  if (sentence !== undefined) return { sentence };
  const asItIs = [method, route, fingerprint].filter((word) => typeof word === 'string').join(' ');
  return asItIs === '' ? null : { asItIs };
}
