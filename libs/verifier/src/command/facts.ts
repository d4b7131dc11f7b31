import type { BundleAnswer } from '../bundle/verify-bundle';
import type { LogAnswer } from '../log/verify-log';
import { isSameKey, type VerifierKey } from '../notes/verifier-key';
import type { Particulars } from '../wrong';
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
  const isLater = seen === 'public' && !isSameKey(firstKey, signingKey);
  return [
    seen === 'whole'
      ? fact('log-checked', { origin, size, events, subjects, keyChanges })
      : fact('hashes-checked', { origin, size }),
    fact('root', { root }),
    ...(keptSize === undefined ? [] : [fact('kept-continued', { size: keptSize })]),
    ...(isLater ? [fact('key-unproven', { key: signingKey.text })] : []),
    ...factsOfKeys(given, firstKey.text),
  ];
}

/** What is told of a bundle that is right. */
export function factsOfBundle(answer: BundleAnswer, given: Given): Fact[] {
  const { events, subjects, documents, keyChanges, size, contentsAbsent, chainedAfterwards, others } = answer;
  const { documentsLeftOut, copies, eventsLeftOut } = answer;
  const names = answer.otherSigners.join(', ');
  const counted = (code: FactCode, count: number) => (count > 0 ? [fact(code, { count })] : []);
  return [
    fact('bundle-checked', { events, subjects, documents, keyChanges, size }),
    ...(documentsLeftOut > 0 ? [fact('documents-left-out', { count: documentsLeftOut, copies })] : []),
    ...counted('events-left-out', eventsLeftOut),
    ...counted('contents-absent', contentsAbsent),
    ...counted('chained-afterwards', chainedAfterwards),
    ...counted('others-listed', others),
    ...(documents > 0 ? [fact('signatures-unchecked')] : []),
    ...(names === '' ? [] : [fact('signers-unchecked', { names })]),
    ...factsOfKeys(given, answer.firstKey.text),
  ];
}

function factsOfKeys({ key, witnesses }: Given, firstKey: string): Fact[] {
  return [
    ...witnesses.map((witness) => fact('cosigned', { key: witness.text })),
    fact(key ? 'key-given' : 'key-taken', { key: firstKey }),
  ];
}

function fact(code: FactCode, particulars: Particulars = {}): Fact {
  return { code, particulars };
}
