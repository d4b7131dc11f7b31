import { setTimeout as sleep } from 'node:timers/promises';
import { aPdf } from '../arms/pdfs';
import type { Measure } from '../measuring/measure';
import { percentile, row } from '../measuring/pairs';
import { childrenOf, memoryOf } from '../measuring/processor';
import type { BenchOffice } from '../office/bench-office';
import { HEAD } from '../office/people';
import { onLinuxOnly, type Section } from './section';
import { writeNotes } from './typesetting';
import { fileOfLetters, inboxTimes } from './while-pdfs';

const READY: Measure = {
  name: 'a PDF of 500 notes and 1,000 pages made in the background, until it is ready',
  unit: 's',
};
const MEANWHILE: Measure = {
  name: "another person's inbox, p95, while it is being made ÷ quiet",
  goal: { must: 1.5, aim: 1.2, atMost: true },
};
const SERVER: Measure = { name: 'memory of the server while it is being made, at most', unit: 'MiB' };
const CHILDREN: Measure = { name: 'memory of the children of the server meanwhile, at most', unit: 'MiB' };
const WHOLE = { letters: 10, pagesEach: 100, bytesEach: 10_000_000, notes: 500, rounds: 3, quietMs: 8000 };
const SAMPLED_EVERY_MS = 100;

interface Asked {
  readonly items: readonly { readonly id: string; readonly state: string }[];
}

/** A long PDF made in the background: how long, with how much memory, and what another waits for the inbox meanwhile. */
export const longPdf: Section<typeof WHOLE> = {
  name: 'long-pdf',
  needs: ['large'],
  measures: [READY, MEANWHILE, SERVER, CHILDREN],
  whole: WHOLE,
  least: { letters: 1, pagesEach: 1, bytesEach: 10_000, notes: 5, rounds: 1, quietMs: 300 },
  lacks: onLinuxOnly,
  async measure({ large }, { letters, pagesEach, bytesEach, notes, rounds, quietMs }) {
    const pdf = await aPdf({ pages: pagesEach, bytes: bytesEach });
    const file = await fileOfLetters(large, pdf, letters);
    await writeNotes(large, file, notes);
    const [seconds, ratios, apiMib, childMib]: [number[], number[], number[], number[]] = [[], [], [], []];
    for (let round = 0; round < rounds; round++) {
      const memory = sampleMemory(large.pid);
      const begin = performance.now();
      const busy = await inboxTimes(large, made(large, file));
      seconds.push((performance.now() - begin) / 1000);
      const most = memory.stop();
      apiMib.push(most.server);
      childMib.push(most.children);
      const quiet = await inboxTimes(large, sleep(quietMs));
      ratios.push(percentile(busy, 0.95) / percentile(quiet, 0.95));
    }
    const of = `${notes} notes, ${letters * pagesEach} pages, ${(letters * bytesEach) / 1_000_000} MB of letters`;
    return [row(READY, seconds, of), row(MEANWHILE, ratios, of), row(SERVER, apiMib, of), row(CHILDREN, childMib, of)];
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
