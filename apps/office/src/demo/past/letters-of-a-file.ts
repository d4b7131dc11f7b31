import type { Addressee } from '@patravali/contract';
import type { Posting, StepOf, StoryLetter } from '../story/story';
import type { Chain } from './desks';
import type { Dice } from './dice';
import type { Matter } from './matters';
import type { Wording } from './wording';

/** What a letter of a file is made of. */
interface Parts {
  readonly matter: Matter;
  readonly chain: Chain;
  readonly wording: Wording;
  readonly dice: Dice;
}

export interface LetterText {
  /** By its name in `matters.json`. */
  readonly from: string;
  readonly subject: string;
  readonly body: readonly string[];
  readonly enclosures: readonly string[];
  /** A later letter of the same office bears a later number. */
  readonly later: boolean;
}

/** A letter that comes in. */
export function letterOf({ matter, wording, dice }: Parts, text: LetterText): StoryLetter {
  const { language } = matter;
  const sender = wording.sender(text.from);
  const { name, address, designation, series } = sender;
  const email = wording.mail(sender);
  const number = text.later ? series.replace('{n}', `{n}-${dice.between(2, 9)}`) : series;
  return {
    language,
    form: 'letter',
    number: wording.fill(number, language),
    ...(email === undefined ? {} : { email }),
    writtenDaysAgo: dice.between(2, 7),
    receivedDaysAgo: 0,
    urgency: matter.urgency,
    from: {
      name: wording.both(name),
      address: wording.both(address),
      signatory: wording.signatory(sender),
      designation: wording.both(designation),
    },
    to: { name: wording.phrase('ourselves', language), address: wording.phrase('ourAddress', language) },
    mode: dice.pick(['post', 'post', 'speed_post', 'by_hand', ...(email === undefined ? [] : (['email'] as const))]),
    subject: wording.fill(text.subject, language),
    body: text.body.map((line) => wording.fill(line, language)),
    enclosures: [...text.enclosures],
  };
}

/** The reply as the clerk drafts it. */
export function replyOf(
  { matter, wording, dice, chain }: Parts,
  file: string,
): Omit<StepOf<'draft'>, 'by' | 'daysAgo'> {
  const { language, reply, sender } = matter;
  const to = reply.to ?? sender ?? 'dm';
  const fill = (text: string) => wording.fill(text, language);
  const office = wording.sender(to);
  const { designation, address } = office;
  const email = wording.mail(office);
  const addressee: Addressee = {
    name: fill(designation[language]),
    address: fill(address[language]),
    ...(email !== undefined && dice.chance(0.5) ? { email } : {}),
  };
  const magistrate: Addressee = {
    name: wording.phrase('magistrate', language),
    address: fill(wording.sender('dm').address[language]),
  };
  return {
    do: 'draft',
    file,
    draft: file,
    ...(sender === to ? { replyTo: file } : {}),
    form: 'letter',
    language,
    subject: fill(reply.subject),
    body: reply.body.map(fill),
    enclosures: [],
    addressees: [addressee],
    copyTo: to !== 'dm' && dice.chance(0.4) ? [magistrate] : [],
    signatory: reply.signatory ?? chain.officer.post,
  };
}

/** By mail where the draft has an address, else by post or by hand; a copy travels on paper. */
export function postingsOf(
  { addressees, copyTo }: Pick<StepOf<'draft'>, 'addressees' | 'copyTo'>,
  dice: Dice,
): Posting[] {
  return [...addressees, ...copyTo].map(({ email }): Posting => {
    if (email !== undefined) return { mode: 'email' };
    if (!dice.chance(0.6)) return { mode: dice.pick(['post', 'by_hand'] as const) };
    return { mode: 'speed_post', trackingNumber: `EU${dice.between(100_000_000, 999_999_999)}IN` };
  });
}
