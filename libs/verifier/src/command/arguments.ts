import { readUpTo } from '../log/log-source';
import { MOST_NOTE_BYTES } from '../notes/signed-note';
import { readVerifierKey, type VerifierKey } from '../notes/verifier-key';
import { toText } from '../primitives/bytes';

export type Language = 'hi' | 'en';

export interface Wish {
  readonly target: string;
  readonly key: VerifierKey | undefined;
  /** Keys with which the log went on after one was lost. */
  readonly laterKeys: readonly VerifierKey[];
  readonly witnesses: readonly VerifierKey[];
  readonly kept: Uint8Array | undefined;
  readonly languages: readonly Language[];
  readonly asJson: boolean;
}

/** What the arguments ask for, or nothing when they cannot be understood. */
export async function readArguments(words: readonly string[]): Promise<Wish | undefined> {
  const targets: string[] = [];
  const options = new Map<string, string[]>();
  const left = words.values();
  for (const word of left) {
    if (!word.startsWith('--')) targets.push(word);
    else if (word === '--json') options.set(word, []);
    else {
      const value = left.next().value;
      if (value === undefined || !OPTIONS.includes(word)) return undefined;
      options.set(word, [...(options.get(word) ?? []), value]);
    }
  }
  const [target] = targets;
  const lang = options.get('--lang')?.at(-1);
  const keys = await Promise.all((options.get('--key') ?? []).map(readKey));
  const witnesses = await Promise.all((options.get('--witness') ?? []).map(readKey));
  const kept = await Promise.all((options.get('--kept') ?? []).map((path) => readUpTo(path, MOST_NOTE_BYTES)));
  if (target === undefined || targets.length > 1 || [...keys, ...witnesses, ...kept].includes(undefined))
    return undefined;
  if ((lang !== undefined && lang !== 'hi' && lang !== 'en') || kept.length > 1) return undefined;
  const [key, ...laterKeys] = keys.filter((found) => found !== undefined);
  return {
    target,
    key,
    laterKeys,
    witnesses: witnesses.filter((found) => found !== undefined),
    kept: kept[0],
    languages: lang ? [lang] : ['hi', 'en'],
    asJson: options.has('--json'),
  };
}

const OPTIONS = ['--key', '--witness', '--kept', '--lang'];

/** A key as it stands, or the first line of a file. */
async function readKey(text: string): Promise<VerifierKey | undefined> {
  const key = readVerifierKey(text);
  if (key) return key;
  const [line = ''] = toText((await readUpTo(text, MOST_NOTE_BYTES)) ?? new Uint8Array())?.split('\n') ?? [];
  return readVerifierKey(line);
}
