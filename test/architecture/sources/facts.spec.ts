import { CorrectReceipt } from '@patravali/contract';
import { z } from 'zod';
import { CLOSED_LISTS, LEFT_OUT } from '../../../apps/web/src/files/history/fact-values';
import { recordedEvents } from '../../support/office/recorded-events';
import { fileJson } from '../../support/sources/sources';

/** What no command records: the database itself does, or whoever lets the log go on. */
const BY_THE_DATABASE = [
  'organisation.log_resumed',
  'readings.recorded',
  'file.rows_sealed',
  'receipt.rows_sealed',
  'organisation.rows_sealed',
];
/** The parts of a change, which is shown by what was changed. */
const OF_A_CHANGE = ['before', 'after', 'changes', 'from', 'to', 'field'];
const PAIR = /(Before|After)$/;
const topic = (language: 'hi' | 'en', name: string) =>
  fileJson(`libs/office/messages/src/${language}/${name}.json`) as Record<string, string>;
const labels = (language: 'hi' | 'en') => ({
  ...topic(language, 'vocabulary'),
  ...topic(language, 'acts'),
  ...topic(language, 'causes'),
  ...topic(language, 'facts'),
});

/** The closed lists of the diary: a correction records their values under the name of the field. */
function listsOfTheDiary(): [name: string, values: readonly string[]][] {
  return Object.entries(CorrectReceipt.shape).flatMap(([name, schema]) =>
    schema instanceof z.ZodEnum ? [[name, schema.options.map(String)]] : [],
  );
}

describe('What the events of the office record', () => {
  const { names, facts } = recordedEvents();
  const shown = [...facts].filter(([name]) => !LEFT_OUT.includes(name) && !OF_A_CHANGE.includes(name));

  it('has a name that is said in words, in both languages', () => {
    expect(names.size).toBeGreaterThan(40);
    for (const language of ['hi', 'en'] as const) {
      expect([...names].filter(([name]) => !labels(language)[`event.${name}`])).toEqual([]);
      const said = Object.keys(labels(language)).filter((key) => key.startsWith('event.'));
      expect(said.map((key) => key.slice('event.'.length)).filter((name) => !names.has(name))).toEqual(BY_THE_DATABASE);
    }
  });

  it('is shown to the reader of a history by a label, in both languages', () => {
    expect(shown.map(([name]) => name)).toEqual(expect.arrayContaining(['dueOn', 'subjectBefore', 'remarksAfter']));
    for (const language of ['hi', 'en'] as const) {
      const unlabelled = shown.filter(([name]) => !labels(language)[`fact.${name.replace(PAIR, '')}`]);
      expect(unlabelled.map(([name, { place }]) => `${name} of ${place}`)).toEqual([]);
    }
  });

  it('is no id that a reader would see: posts are shown by their marking, other ids are left out', () => {
    expect(shown.map(([name]) => name).filter((name) => name.endsWith('Id') && !name.endsWith('PostId'))).toEqual([]);
    expect(LEFT_OUT.filter((name) => !facts.has(name))).toEqual([]);
  });

  it('is said in words where it is a name of a closed list', () => {
    const lists = [
      ...shown.map(([name, { values }]) => [name.replace(PAIR, ''), [...values]] as const),
      ...listsOfTheDiary(),
    ].filter(([, values]) => values.length > 0);
    expect(lists.map(([name]) => name)).toEqual(expect.arrayContaining(['grading', 'action', 'mode', 'deliveryMode']));
    for (const language of ['hi', 'en'] as const) {
      const raw = lists.flatMap(([name, values]) =>
        values
          .filter((value) => !labels(language)[`${CLOSED_LISTS[name]}.${value}`])
          .map((value) => `${name}: ${value}`),
      );
      expect(raw).toEqual([]);
    }
  });
});
