import { setTimeout as sleep } from 'node:timers/promises';
import { aPdf } from '../arms/pdfs';
import { percentile, type Row, row } from '../measuring/pairs';
import { childrenOf, memoryOf } from '../measuring/processor';
import type { BenchOffice } from '../office/bench-office';
import { HEAD } from '../office/people';
import type { Section } from './section';
import { writeNotes } from './typesetting';
import { fileOfLetters, inboxTimes } from './while-pdfs';

const LETTERS = 10;
const PAGES_EACH = 100;
const BYTES_EACH = 10_000_000;
const ROUNDS = 3;
const SAMPLED_EVERY_MS = 100;

interface Asked {
  readonly items: readonly { readonly id: string; readonly state: string }[];
}

/** A PDF of 500 notes and 1,000 pages made in the background: how long, with how much memory, and what another waits for the inbox meanwhile. */
export const longPdf: Section = {
  name: 'long-pdf',
  needs: ['large'],
  async measure({ large }) {
    const pdf = await aPdf({ pages: PAGES_EACH, bytes: BYTES_EACH });
    const file = await fileOfLetters(large, pdf, { letters: LETTERS, pagesEach: PAGES_EACH, maker: 'L' });
    await writeNotes(large, file);
    const [seconds, ratios, apiMib, childMib]: [number[], number[], number[], number[]] = [[], [], [], []];
    for (let round = 0; round < ROUNDS; round++) {
      const memory = sampleMemory(large.pid);
      const begin = performance.now();
      const busy = await inboxTimes(large, made(large, file));
      seconds.push((performance.now() - begin) / 1000);
      const most = memory.stop();
      apiMib.push(most.server);
      childMib.push(most.children);
      const quiet = await inboxTimes(large, sleep(8_000));
      ratios.push(percentile(busy, 0.95) / percentile(quiet, 0.95));
    }
    const of = `500 notes, ${LETTERS * PAGES_EACH} pages, ${(LETTERS * BYTES_EACH) / 1_000_000} MB of letters`;
    const rows: Row[] = [
      row("another's inbox p95 while a long PDF is made ÷ quiet", ratios, of, { must: 1.5, aim: 1.2, atMost: true }),
      row('seconds until a long PDF is ready', seconds, of),
      row('MiB of the server meanwhile, at most', apiMib, of),
      row('MiB of its children meanwhile, at most', childMib, of),
    ];
    return rows;
  },
};

/** Asks, and waits until it is ready. */
async function made(office: BenchOffice, file: string): Promise<void> {
  const { id } = await office.json<{ id: string }>(HEAD, `/files/${file}/pdfs`, { method: 'POST', body: {} });
  for (;;) {
    const { items } = await office.json<Asked>(HEAD, '/pdfs');
    const state = items.find((each) => each.id === id)?.state;
    if (state === 'ready') return;
    if (state !== 'waiting' && state !== 'making') throw new Error(`The long PDF is ${state ?? 'gone'}`);
    await sleep(200);
  }
}

function sampleMemory(pid: number) {
  const most = { server: 0, children: 0 };
  const timer = setInterval(() => {
    most.server = Math.max(most.server, memoryOf([pid]));
    most.children = Math.max(most.children, memoryOf(childrenOf(pid)));
  }, SAMPLED_EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}
