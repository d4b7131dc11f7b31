import { timeOf } from '../measuring/load';
import type { Measure, Row } from '../measuring/measure';
import { pairs, percentile } from '../measuring/pairs';
import type { BenchOffice } from '../office/bench-office';
import { AUDITOR, CLERK, NOBODY } from '../office/people';
import type { Section } from './section';

const READERS = { 'a clerk': CLERK, 'an auditor': AUDITOR, 'a reader of nothing': NOBODY };
const WORDS = ['पेंशन', 'वेतन', 'अवकाश', 'स्थानान्तरण', 'भवन', 'सड़क', 'विद्यालय', 'चिकित्सा', 'भूमि', 'निविदा'];
const PLACES = ['आज़मगढ़', 'लखनऊ', 'वाराणसी', 'मेरठ', 'झाँसी', 'बस्ती', 'गोण्डा'];
const at = <T>(list: readonly T[], place: number) => list[place % list.length] as T;

const numberOf = (round: number, files: number) => Math.round(((round + 1) * 97 * files) / 10_000).toString();

/**
 * Every kind of question, with other words each time. Numbers are those of files as far back in the one office as in the other:
 * the small numbers of a large office stand within many others, and more is answered.
 */
const QUERIES: Readonly<Record<string, (round: number, files: number) => string>> = {
  newest: () => '',
  'one word': (round) => `q=${at(WORDS, round)}`,
  'two words': (round) => `q=${at(WORDS, round)} ${at(PLACES, round * 3)}`,
  'a word, closed files': (round) => `q=${at(WORDS, round)}&state=closed`,
  'a word that is nowhere': (round) => `q=नास्ति${round}`,
  'a word and one that is nowhere': (round) => `q=${at(WORDS, round)} नास्ति${round}`,
  'whole number': (round, files) => `q=A-11011/${numberOf(round, files)}/2026`,
  'part of a number': (round) => `q=Sec${round % 30}`,
  'computer number': (round, files) => `q=${numberOf(round, files)}`,
};

const figures = Object.keys(READERS).flatMap((who) => Object.keys(QUERIES).map((kind) => `${kind}, ${who}`));
const GROWTH: Measure = {
  name: `finding files: p50 in the large office ÷ among 10,000, ${figures.length} kinds of question and reader`,
  figures,
  asWorst: true,
  goal: { must: 1.5, aim: 1.2, atMost: true },
};
const P95: Measure = {
  name: 'finding files in the large office, p95 of the same',
  figures,
  asWorst: true,
  unit: 'ms',
  goal: { must: 20, aim: 10, atMost: true },
};
const WHOLE = { rounds: 60, warmUp: 10 };

/** Whether finding stays as quick in an office of many files as in one of 10,000. */
export const search: Section<typeof WHOLE> = {
  name: 'search',
  needs: ['small', 'large'],
  measures: [GROWTH, P95],
  whole: WHOLE,
  least: { rounds: 1, warmUp: 0 },
  async measure({ small, large }, { rounds: n, warmUp }) {
    const rows: Row[] = [];
    for (const [who, reader] of Object.entries(READERS)) {
      for (const [kind, query] of Object.entries(QUERIES)) {
        const figure = `${kind}, ${who}`;
        // Both are asked the same words, each its own time around.
        let [asked, askedSmall] = [0, 0];
        const arms = [
          () => find(large, reader, query(asked++, large.files)),
          () => find(small, reader, query(askedSmall++, small.files)),
        ] as const;
        await pairs(...arms, warmUp);
        const { a: inLarge, b: inSmall, ratios } = await pairs(...arms, n);
        const [a, b] = [percentile(inSmall, 0.5), percentile(inLarge, 0.5)];
        const of = `p50 ${a.toFixed(1)} → ${b.toFixed(1)} ms`;
        const [low, high] = [percentile(ratios, 0.25), percentile(ratios, 0.75)];
        rows.push({ measure: GROWTH, figure, median: b / a, low, high, n, of });
        const [p95, slowest] = [percentile(inLarge, 0.95), Math.max(...inLarge)];
        rows.push({ measure: P95, figure, median: p95, low: b, high: slowest, n, of: 'p50 and slowest beside it' });
      }
    }
    return rows;
  },
};

function find(office: BenchOffice, reader: number, query: string): Promise<number> {
  return timeOf(() => office.ask(reader, `/files?${encodeURI(query)}`));
}
