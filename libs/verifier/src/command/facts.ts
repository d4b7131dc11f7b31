import type { BundleLoss } from '../bundle/losses';
import type { BundleAnswer } from '../bundle/verify-bundle';
import type { Break } from '../log/log-entries';
import type { LogAnswer } from '../log/verify-log';
import type { VerifierKey } from '../notes/verifier-key';
import type { Particulars } from '../primitives/wrong';
import { type InBoth, sentence } from './words/sentence';
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

/** The sentence before all others. Of a bundle it says how much was compared, since not everything in it can be. */
export function titleOf(facts: readonly Fact[], target: string): InBoth {
  const outcome = outcomeOf(facts);
  const compared = facts.find(({ code }) => code === 'bundle-checked');
  if (outcome !== 'right' || !compared) return sentence(outcome, { target });
  return sentence('right-as-compared', { ...compared.particulars, target });
}

function factOfBreak(found: Break): Fact {
  const { index, at, reason } = found;
  if (found.kind === 'lost key') return fact('key-lost', { index, at, reason, key: found.key.text });
  return found.to === undefined
    ? fact('log-begun-anew', { index, at, reason })
    : fact('events-lost', { index, at, reason, from: found.from, to: found.to });
}

/** What is told of a bundle that is right: what was compared, then what was not. */
export function factsOfBundle(answer: BundleAnswer, given: Given): Fact[] {
  const { events, subjects, documents, keyChanges, size, documentsLeftOut, copies, made } = answer;
  const { rows } = answer.compared;
  return [
    ...answer.losses.map(factOfLoss),
    ...answer.lostKeys.map(factOfBreak),
    fact('bundle-checked', { events, rows, subjects, documents, keyChanges, size }),
    ...counted('rows-compared', rows),
    ...made.map(({ path, event: { at }, later }) => fact('pdf-made', { path, at, later })),
    ...(documentsLeftOut > 0 ? [fact('documents-left-out', { count: documentsLeftOut, copies })] : []),
    ...notCompared(answer),
    ...given.witnesses.map((witness) => fact('cosigned', { key: witness.text })),
    factOfKey(given, answer.firstKey.text),
  ];
}

/** So many of the files that no event proves are named. */
const MOST_NAMED = 8;

function notCompared({ compared, others, ...answer }: BundleAnswer): Fact[] {
  const signers = answer.otherSigners.join(', ');
  const more = others.length > MOST_NAMED ? ', …' : '';
  const names = `${others.slice(0, MOST_NAMED).join(', ')}${more}`;
  return [
    ...counted('events-left-out', answer.eventsLeftOut),
    ...counted('rows-left-out', compared.eventsWithRowsLeftOut),
    ...counted('rows-absent', compared.rowsAbsent),
    ...counted('rows-unnamed', compared.eventsWithoutRows),
    ...counted('names-absent', compared.namesAbsent),
    ...counted('contents-absent', answer.contentsAbsent),
    ...counted('chained-afterwards', answer.chainedAfterwards),
    ...(others.length > 0 ? [fact('others-listed', { count: others.length, names })] : []),
    ...(answer.documents > 0 ? [fact('signatures-unchecked')] : []),
    ...(signers === '' ? [] : [fact('signers-unchecked', { names: signers })]),
  ];
}

const counted = (code: FactCode, count: number): Fact[] => (count > 0 ? [fact(code, { count })] : []);

const factOfLoss = ({ index, at, reason, count }: BundleLoss): Fact =>
  fact('bundle-events-lost', { index, at, reason, count });

const factOfKey = ({ key }: Given, firstKey: string): Fact => fact(key ? 'key-given' : 'key-taken', { key: firstKey });

function fact(code: FactCode, particulars: Particulars = {}): Fact {
  return { code, particulars };
}
