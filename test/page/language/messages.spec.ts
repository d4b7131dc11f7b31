import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as contract from '@patravali/contract';

/** Of the office, and of the platform. */
const FOLDERS = ['office/messages', 'platform/language'].map((lib) => join(__dirname, '../../../libs', lib, 'src'));
const topicsOf = (language: 'en' | 'hi') => FOLDERS.flatMap((folder) => readdirSync(join(folder, language)));
const TOPICS = topicsOf('en');

function messages(language: 'en' | 'hi', topic: string): Record<string, string> {
  const path = FOLDERS.map((folder) => join(folder, language, topic)).find(existsSync);
  return JSON.parse(readFileSync(path ?? topic, 'utf8')) as Record<string, string>;
}

const topicsIn = (file: string) =>
  [
    ...readFileSync(join(__dirname, '../../../apps/web/src/language', file), 'utf8').matchAll(
      /'@messages\/en\/([\w-]+\.json)'/g,
    ),
  ].map(([, topic]) => topic ?? '');
/** Those that the page joins into one list of sentences. */
const OF_THE_PAGE = topicsIn('messages-en.ts');
/** Those that come with the part of the page that names them. */
const NAMED = topicsIn('message-topics.ts');

/** `{name}` and `{name:form}`: what a sentence wants filled in. A choice, `{n|one|other}`, a language may do without. */
function wanted(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{(\w+(?::\w+)?)\}/g)].map((match) => match[1] ?? ''))].sort();
}

describe('The message files', () => {
  it('have the same topics in both languages', () => {
    expect(topicsOf('hi')).toEqual(TOPICS);
  });

  it.each(TOPICS)('%s has every sentence in both languages, with nothing empty', (topic) => {
    const [en, hi] = [messages('en', topic), messages('hi', topic)];
    expect(Object.keys(hi).sort()).toEqual(Object.keys(en).sort());
    const empty = [...Object.entries(en), ...Object.entries(hi)].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it.each(TOPICS)('%s is written in composed characters (NFC)', (topic) => {
    const decomposed = (['en', 'hi'] as const).flatMap((language) =>
      Object.entries(messages(language, topic)).filter(([, text]) => text !== text.normalize('NFC')),
    );
    expect(decomposed).toEqual([]);
  });

  it('never give one key of the page two meanings in two topics', () => {
    expect(OF_THE_PAGE.length).toBeGreaterThan(5);
    const keys = OF_THE_PAGE.flatMap((topic) => Object.keys(messages('en', topic)));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it.each(NAMED)('%s gives no sentence a key that all pages have, so that `t` finds one alone', (topic) => {
    const shared = new Set(OF_THE_PAGE.flatMap((each) => Object.keys(messages('en', each))));
    expect(Object.keys(messages('en', topic)).filter((key) => shared.has(key))).toEqual([]);
  });

  it.each(TOPICS)('%s is filled with the same values in both languages', (topic) => {
    const shape = (sentences: Record<string, string>) =>
      Object.fromEntries(Object.entries(sentences).map(([key, text]) => [key, wanted(text)]));
    expect(shape(messages('hi', topic))).toEqual(shape(messages('en', topic)));
  });

  it('name every value of the closed lists of the office', () => {
    const names = { ...messages('hi', 'vocabulary.json'), ...messages('hi', 'acts.json') };
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
      noteKind: contract.SHEET_NOTE_KINDS,
      decision: contract.DECISIONS,
      receiptState: contract.RECEIPT_STATES,
      deliveryMode: contract.DELIVERY_MODES,
      cover: contract.COVERS,
      letterLanguage: contract.LETTER_LANGUAGES,
      correspondenceKind: contract.CORRESPONDENCE_KINDS,
      flag: contract.FLAGS,
      letterForm: contract.LETTER_FORMS,
      draftState: contract.DRAFT_STATES,
      issueState: contract.ISSUE_STATES,
      dispatchMode: contract.DISPATCH_MODES,
      dispatchState: contract.DISPATCH_STATES,
      reportedOutcome: contract.REPORTED_OUTCOMES,
      fileMove: contract.FILE_MOVES,
      stopReason: contract.STOP_REASONS,
      receiptMove: contract.RECEIPT_MOVES,
      draftMove: contract.DRAFT_MOVES,
    };
    const missing = Object.entries(lists).flatMap(([list, values]) =>
      values.map((value) => `${list}.${value}`).filter((key) => !(key in names)),
    );
    expect(missing).toEqual([]);
  });
});
