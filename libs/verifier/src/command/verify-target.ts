import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { folderContainer } from '../bundle/container';
import { MANIFEST } from '../bundle/manifest';
import { type BundleAnswer, verifyBundle } from '../bundle/verify-bundle';
import { zipContainer } from '../bundle/zip';
import { addressSource, folderSource, readUpTo } from '../log/log-source';
import { type LogAnswer, verifyLog } from '../log/verify-log';
import { isSameKey } from '../notes/verifier-key';
import { type Particulars, Wrong } from '../wrong';
import type { Wish } from './arguments';
import type { FactCode } from './words/words';

export interface Fact {
  readonly code: FactCode;
  readonly particulars: Particulars;
}

const MOST_ZIP_BYTES = 1024 * 1024 * 1024;

/** Finds out what the target is and verifies it. Throws what is wrong first. */
export async function verifyTarget(wish: Wish): Promise<Fact[]> {
  const { target } = wish;
  if (/^https?:\/\//.test(target)) {
    const address = target.replace(/\/+$/, '').replace(/(?<!\/log)$/, '/log');
    return factsOfLog(await verifyLog(addressSource(address), { ...wish, withEntries: false }), wish, 'public');
  }
  if (await isFile(target)) {
    const bytes = await readUpTo(target, MOST_ZIP_BYTES);
    if (!bytes || bytes.length > MOST_ZIP_BYTES) throw new Wrong('target-unreadable', { path: target });
    return factsOfBundle(await verifyBundle(zipContainer(bytes), wish), wish);
  }
  if (await isFile(join(target, MANIFEST))) {
    return factsOfBundle(await verifyBundle(await folderContainer(target), wish), wish);
  }
  const inside = join(target, 'log');
  const folder = (await isFolder(inside)) ? inside : target;
  if (!(await isFolder(join(folder, 'tile'))) && !(await isFile(join(folder, 'checkpoint')))) {
    throw new Wrong('target-unreadable', { path: target });
  }
  return factsOfLog(await verifyLog(folderSource(folder), { ...wish, withEntries: true }), wish, 'whole');
}

function factsOfLog(answer: LogAnswer, wish: Wish, seen: 'public' | 'whole'): Fact[] {
  const { origin, size, events, subjects, keyChanges, root, keptSize, firstKey, signingKey } = answer;
  const isLater = seen === 'public' && !isSameKey(firstKey, signingKey);
  return [
    seen === 'whole'
      ? fact('log-checked', { origin, size, events, subjects, keyChanges })
      : fact('hashes-checked', { origin, size }),
    fact('root', { root }),
    ...(keptSize === undefined ? [] : [fact('kept-continued', { size: keptSize })]),
    ...(isLater ? [fact('key-unproven', { key: signingKey.text })] : []),
    ...factsOfKeys(wish, firstKey.text),
  ];
}

function factsOfBundle(answer: BundleAnswer, wish: Wish): Fact[] {
  const { events, subjects, documents, keyChanges, size, contentsAbsent, chainedAfterwards, others } = answer;
  const counted = (code: FactCode, count: number) => (count > 0 ? [fact(code, { count })] : []);
  return [
    fact('bundle-checked', { events, subjects, documents, keyChanges, size }),
    ...counted('contents-absent', contentsAbsent),
    ...counted('chained-afterwards', chainedAfterwards),
    ...counted('others-listed', others),
    ...(documents > 0 ? [fact('signatures-unchecked')] : []),
    ...factsOfKeys(wish, answer.firstKey.text),
  ];
}

function factsOfKeys({ key, witnesses }: Wish, firstKey: string): Fact[] {
  return [
    ...witnesses.map((witness) => fact('cosigned', { key: witness.text })),
    fact(key ? 'key-given' : 'key-taken', { key: firstKey }),
  ];
}

function fact(code: FactCode, particulars: Particulars = {}): Fact {
  return { code, particulars };
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
