import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as contract from '@patravali/contract';

const FOLDER = join(__dirname, '../../libs/platform/messages/src');
const AREAS = readdirSync(join(FOLDER, 'en')).filter((name) => name.endsWith('.json'));

function messages(language: 'en' | 'hi', area: string): Record<string, string> {
  return JSON.parse(readFileSync(join(FOLDER, language, area), 'utf8')) as Record<string, string>;
}

/** `{name}` and `{n|one|other}`: the names that a sentence wants filled in. */
function wanted(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? ''))].sort();
}

describe('The message files', () => {
  it('speak the same languages in the same areas', () => {
    expect(readdirSync(join(FOLDER, 'hi')).filter((name) => name.endsWith('.json'))).toEqual(AREAS);
  });

  it.each(AREAS)('%s has every sentence in both languages, with nothing empty', (area) => {
    const [en, hi] = [messages('en', area), messages('hi', area)];
    expect(Object.keys(hi).sort()).toEqual(Object.keys(en).sort());
    const empty = [...Object.entries(en), ...Object.entries(hi)].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it.each(AREAS)('%s is written in composed characters (NFC)', (area) => {
    const decomposed = (['en', 'hi'] as const).flatMap((language) =>
      Object.entries(messages(language, area)).filter(([, text]) => text !== text.normalize('NFC')),
    );
    expect(decomposed).toEqual([]);
  });

  it('never give one key two meanings in two areas', () => {
    const keys = AREAS.filter((area) => area !== 'refusals.json').flatMap((area) => Object.keys(messages('en', area)));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it.each(AREAS)('%s asks in Hindi for nothing that English does not fill in', (area) => {
    const hi = messages('hi', area);
    const odd = Object.entries(messages('en', area)).filter(([key, text]) =>
      wanted(hi[key] ?? '').some((name) => !wanted(text).includes(name)),
    );
    expect(odd).toEqual([]);
  });

  it('name every value of the closed lists of the office', () => {
    const names = messages('hi', 'vocabulary.json');
    const lists: Record<string, readonly string[]> = {
      language: contract.LANGUAGES,
      role: contract.ROLES,
      capacity: contract.TENURE_KINDS,
      grading: contract.GRADINGS,
      urgency: contract.URGENCIES,
      fileState: contract.FILE_STATES,
      action: contract.ACTIONS_ASKED,
      movement: contract.MOVEMENT_KINDS,
      noteColour: contract.NOTE_COLOURS,
      decision: contract.DECISIONS,
      receiptState: contract.RECEIPT_STATES,
      deliveryMode: contract.DELIVERY_MODES,
      letterLanguage: contract.LETTER_LANGUAGES,
      correspondenceKind: contract.CORRESPONDENCE_KINDS,
      flag: contract.FLAGS,
      letterForm: contract.LETTER_FORMS,
      draftState: contract.DRAFT_STATES,
      dispatchMode: contract.DISPATCH_MODES,
      dispatchState: contract.DISPATCH_STATES,
      fileMove: contract.FILE_MOVES,
      receiptMove: contract.RECEIPT_MOVES,
      draftMove: contract.DRAFT_MOVES,
    };
    const missing = Object.entries(lists).flatMap(([list, values]) =>
      values.map((value) => `${list}.${value}`).filter((key) => !(key in names)),
    );
    expect(missing).toEqual([]);
  });

  it('name every event that a command records', () => {
    const names = messages('hi', 'vocabulary.json');
    const missing = recordedEvents().filter((name) => !(`event.${name}` in names));
    expect(missing).toEqual([]);
  });
});

/** The names of events as they stand in the sources; those put together from a kind are spelt out here. */
function recordedEvents(): string[] {
  const libs = join(__dirname, '../../libs');
  const sources = readdirSync(libs, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'),
  );
  const written = sources.flatMap((path) =>
    [...readFileSync(join(libs, path), 'utf8').matchAll(/name: '([a-z]+\.[a-z_]+)'/g)].map((match) => match[1] ?? ''),
  );
  const sent = ['forwarded', 'returned', 'pulled_back', 'reopened'].map((kind) => `file.${kind}`);
  return [...new Set([...written, ...sent])];
}
