import type { PlannedStory, Story, StoryLetter } from '../story/story';
import { workingDayAgo } from '../story/working-time';
import { chainsOf } from './desks';
import { Dice } from './dice';
import { type FileCourse, LifeOfAFile, type Stage } from './life-of-a-file';
import type { ChainName, Matter, Matters } from './matters';
import { Turns } from './turns';
import { Wording } from './wording';

/** In working days: about three months. */
const PAST_DAYS = 76;
const ORDINARY_LIVES = 86;
/** Some sections have more to do than others. */
const ORDINARY_CHAINS: readonly ChainName[] = [
  ...(['establishment', 'general', 'revenue'] as const).flatMap((chain) => Array<ChainName>(4).fill(chain)),
  ...(['accounts', 'welfare', 'development'] as const).flatMap((chain) => Array<ChainName>(2).fill(chain)),
  'prosecution',
];

/** The files that are to lie somewhere today: how many, of which chain, how far they have come, and since when. */
interface Waiting {
  readonly stage: Stage;
  readonly chain: ChainName;
  readonly began: number;
  readonly clerk?: number;
  readonly due?: number;
  readonly height?: number;
  /** Whose signature a draft waits for, where it is not the officer of the section. */
  readonly signatory?: string;
}

/** So that every desk has work: letters to put up, files come back, files to decide, drafts to approve, letters to send. */
const WAITING: readonly Waiting[] = [
  ...(['establishment', 'general', 'revenue', 'accounts', 'welfare', 'development', 'prosecution'] as const).flatMap(
    (chain): Waiting[] => [
      { stage: 'marked', chain, began: 2 },
      { stage: 'marked', chain, began: 4 },
      { stage: 'decided', chain, began: 12, height: 1 },
      { stage: 'returned', chain, began: 9 },
      { stage: 'put_up', chain, began: 7 },
      { stage: 'put_up', chain, began: 18, due: 5 },
      { stage: 'recommended', chain, began: 22, due: 4, height: 1 },
      { stage: 'drafted', chain, began: 16, height: 0 },
      { stage: 'issued', chain, began: 14, height: 0 },
      { stage: 'decided', chain, began: 30, due: 7, height: 1 },
    ],
  ),
  { stage: 'drafted', chain: 'establishment', began: 18, signatory: 'COMM' },
  { stage: 'drafted', chain: 'establishment', began: 21, clerk: 1, signatory: 'COMM' },
  { stage: 'drafted', chain: 'general', began: 17, signatory: 'COMM' },
  { stage: 'drafted', chain: 'establishment', began: 16, signatory: 'ADDL-COMM(ADM)' },
  { stage: 'drafted', chain: 'establishment', began: 14, clerk: 1, signatory: 'ADDL-COMM(ADM)' },
  { stage: 'marked', chain: 'establishment', began: 2, clerk: 1 },
  { stage: 'returned', chain: 'establishment', began: 10, clerk: 1 },
  { stage: 'recommended', chain: 'establishment', began: 14, clerk: 1, height: 2 },
  { stage: 'recommended', chain: 'establishment', began: 15, height: 3 },
  { stage: 'recommended', chain: 'general', began: 13, height: 3 },
  { stage: 'recommended', chain: 'welfare', began: 12, height: 2 },
  { stage: 'marked', chain: 'revenue', began: 15, due: 6 },
  { stage: 'marked', chain: 'welfare', began: 13, due: 7 },
  { stage: 'diarised', chain: 'general', began: 1 },
  { stage: 'diarised', chain: 'revenue', began: 1 },
  { stage: 'diarised', chain: 'welfare', began: 1 },
  // Of this day: there once the day has begun.
  { stage: 'diarised', chain: 'development', began: 0 },
];

/** Three months of work of the demo office, step by step as time goes by, up to now: made of its matters by throws of dice. */
export function tellPast(matters: Matters, now: Date, leave: Date): PlannedStory {
  const chains = chainsOf(leave);
  const [people, business] = [new Turns(), new Turns()];
  const lives = [...ordinaryLives(), ...waitingLives()].map((life) => {
    const { name, began, clerk, fate } = life;
    const dice = new Dice(name);
    const chain = life.chain ?? dice.pick(ORDINARY_CHAINS);
    const fitting = matters.matters.filter((matter) => matter.chain === chain && fits(matter, life));
    const matter = business.pick(fitting, dice);
    const of = chains[chain];
    const begins = new Date(workingDayAgo(began, now).getTime() + dice.between(0, SPREAD_MS));
    return new LifeOfAFile(name, {
      matter,
      subject: business.pick(matter.subject, dice),
      chain: of,
      fate,
      dice,
      begins,
      clerk: (clerk === undefined ? undefined : of.clerks[clerk]) ?? dice.pick(of.clerks),
      wording: new Wording(matters, { dice, people, begins }),
    });
  });
  const steps = lives.flatMap((life) => life.steps).filter(({ at }) => at < now);
  return {
    letters: Object.assign({}, ...lives.map((life) => life.letters)) as Record<string, StoryLetter>,
    steps: steps.sort((a, b) => a.at.getTime() - b.at.getTime()),
  };
}

/** Where a file is to stop with a letter that has come in or with a draft, its matter needs such a one. */
function fits({ sender, reply }: Matter, { fate: { stopsAt, letter }, signatory }: Life): boolean {
  if (stopsAt === undefined) return true;
  if (['diarised', 'marked'].includes(stopsAt)) return sender !== undefined;
  return !letter || reply.signatory === signatory;
}

/** Letters begin files between ten and four. */
const SPREAD_MS = 6 * 3_600_000;

interface Life {
  readonly name: string;
  readonly began: number;
  readonly chain?: ChainName;
  readonly clerk?: number;
  readonly signatory?: string | undefined;
  readonly fate: FileCourse;
}

function ordinaryLives(): Life[] {
  return Array.from({ length: ORDINARY_LIVES }, (_, index) => {
    const dice = new Dice(`fate-${index}`);
    const letter = dice.chance(0.55);
    return {
      name: `past-${index}`,
      began: Math.round((PAST_DAYS * (ORDINARY_LIVES - index)) / ORDINARY_LIVES),
      fate: {
        returned: dice.chance(0.22),
        pulledBack: dice.chance(0.12),
        toAndFro: dice.chance(0.12),
        refused: !letter && dice.chance(0.2),
        letter,
        answer: letter && dice.chance(0.6),
        reopened: dice.chance(0.06),
        height: dice.between(0, 3),
      },
    };
  });
}

function waitingLives(): Life[] {
  return WAITING.map(({ stage, began, chain, clerk = 0, due, height, signatory }, index) => {
    const dice = new Dice(`waiting-fate-${index}`);
    return {
      name: `waiting-${index}`,
      began,
      chain,
      clerk,
      signatory,
      fate: {
        stopsAt: stage,
        ...(due === undefined ? {} : { due }),
        returned: stage === 'returned' || (due !== undefined && dice.chance(0.3)),
        pulledBack: false,
        toAndFro: stage === 'recommended' && due !== undefined && dice.chance(0.5),
        refused: false,
        letter: ['drafted', 'issued'].includes(stage),
        answer: false,
        reopened: false,
        height: height ?? 1,
      },
    };
  });
}

/** The hand-made story where its days have passed: each step on its working day, in the order in which it is written. */
export function dayByDay({ letters, steps }: Story, now: Date): PlannedStory {
  const last = now.getTime() - steps.length * BETWEEN_MS;
  return {
    letters: Object.fromEntries(Object.entries(letters).map(([name, letter]) => [name, receivedOnTheDay(letter)])),
    steps: steps.map((step, index) => {
      const at = workingDayAgo(step.daysAgo, now).getTime() + (index + 1) * MS_PER_STEP;
      return { key: String(index), at: new Date(Math.min(at, last + index * BETWEEN_MS)), step };
    }),
  };
}

/** Where time goes by, a letter is diarised on the day on which it comes. */
function receivedOnTheDay(letter: StoryLetter): StoryLetter {
  return { ...letter, writtenDaysAgo: letter.writtenDaysAgo - letter.receivedDaysAgo, receivedDaysAgo: 0 };
}

const MS_PER_STEP = 6 * 60_000;
const BETWEEN_MS = 2_000;
