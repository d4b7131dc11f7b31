import type { BundleLoss } from '../bundle/losses';
import type { BundleAnswer } from '../bundle/verify-bundle';
import type { Break } from '../log/log-entries';
import type { LogAnswer } from '../log/verify-log';
import type { VerifierKey } from '../notes/verifier-key';
import type { Particulars } from '../primitives/wrong';
import type { FactCode } from './words/words';

export interface Fact {
  readonly code: FactCode;
  readonly particulars: Particulars;
}

/** The keys that the verifier was given. */
interface Given {
  readonly key?: VerifierKey | undefined;
  readonly witnesses: readonly VerifierKey[];
}

/** What is told of a log that is right. */
export function factsOfLog(answer: LogAnswer, given: Given, seen: 'public' | 'whole'): Fact[] {
  const { origin, size, events, subjects, keyChanges, root, keptSize, firstKey, signingKey } = answer;
  return [
    ...answer.breaks.map(factOfBreak),
    seen === 'whole'
      ? fact('log-checked', { origin, size, events, subjects, keyChanges })
      : fact('hashes-checked', { origin, size }),
    fact('root', { root }),
    ...(keptSize === undefined ? [] : [fact('kept-continued', { size: keptSize })]),
    ...(answer.isKeyProven ? [] : [fact('key-unproven', { key: signingKey.text })]),
    ...answer.witnessed.map((by) =>
      by.size === size
        ? fact('cosigned', { key: by.witness.text })
        : fact('cosigned-earlier', { key: by.witness.text, size: by.size, rest: size - by.size }),
    ),
    factOfKey(given, firstKey.text),
  ];
}

/** What is told before all else, however right the rest is. */
const BREAKS: readonly FactCode[] = ['events-lost', 'bundle-events-lost', 'log-begun-anew', 'key-lost'];

/** How it is told that what was verified is right. */
export const outcomeOf = (facts: readonly Fact[]): 'right' | 'right-after-loss' =>
  facts.some(({ code }) => BREAKS.includes(code)) ? 'right-after-loss' : 'right';

function factOfBreak(found: Break): Fact {
  const { index, at, reason } = found;
  if (found.kind === 'lost key') return fact('key-lost', { index, at, reason, key: found.key.text });
  return found.to === undefined
    ? fact('log-begun-anew', { index, at, reason })
    : fact('events-lost', { index, at, reason, from: found.from, to: found.to });
}

/** What is told of a bundle that is right. */
export function factsOfBundle(answer: BundleAnswer, given: Given): Fact[] {
  const { events, subjects, documents, keyChanges, size, contentsAbsent, chainedAfterwards, others } = answer;
  const { documentsLeftOut, copies, eventsLeftOut } = answer;
  const names = answer.otherSigners.join(', ');
  const counted = (code: FactCode, count: number) => (count > 0 ? [fact(code, { count })] : []);
  return [
    ...answer.losses.map(factOfLoss),
    ...answer.lostKeys.map(factOfBreak),
    fact('bundle-checked', { events, subjects, documents, keyChanges, size }),
    ...(documentsLeftOut > 0 ? [fact('documents-left-out', { count: documentsLeftOut, copies })] : []),
    ...counted('events-left-out', eventsLeftOut),
    ...counted('contents-absent', contentsAbsent),
    ...counted('chained-afterwards', chainedAfterwards),
    ...counted('others-listed', others),
    ...(documents > 0 ? [fact('signatures-unchecked')] : []),
    ...(names === '' ? [] : [fact('signers-unchecked', { names })]),
    ...given.witnesses.map((witness) => fact('cosigned', { key: witness.text })),
    factOfKey(given, answer.firstKey.text),
  ];
}

const factOfLoss = ({ index, at, reason, count }: BundleLoss): Fact =>
  fact('bundle-events-lost', { index, at, reason, count });

const factOfKey = ({ key }: Given, firstKey: string): Fact => fact(key ? 'key-given' : 'key-taken', { key: firstKey });

function fact(code: FactCode, particulars: Particulars = {}): Fact {
  return { code, particulars };
}
