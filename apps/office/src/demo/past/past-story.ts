import type { PlannedStory, Story, StoryLetter } from '../story';
import { chainsOf } from './desks';
import { Dice } from './dice';
import { type Fate, LifeOfAFile, type Stage } from './life-of-a-file';
import type { ChainName, Matters } from './matters';
import { Turns } from './turns';
import { Wording } from './wording';
import { workingDayAgo } from './working-time';

/** In working days: about three months. */
const PAST_DAYS = 76;
const ORDINARY_LIVES = 96;

/** The files that are to lie somewhere today: how many, of which chain, how far they have come, and since when. */
interface Waiting {
  readonly stage: Stage;
  readonly chain: ChainName;
  readonly began: number;
  readonly clerk?: number;
  readonly due?: number;
  readonly height?: number;
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
  { stage: 'marked', chain: 'establishment', began: 2, clerk: 1 },
  { stage: 'returned', chain: 'establishment', began: 10, clerk: 1 },
  { stage: 'recommended', chain: 'establishment', began: 14, clerk: 1, height: 2 },
  { stage: 'recommended', chain: 'establishment', began: 15, height: 3 },
  { stage: 'recommended', chain: 'general', began: 13, height: 3 },
  { stage: 'recommended', chain: 'welfare', began: 12, height: 2 },
  { stage: 'marked', chain: 'revenue', began: 15, due: 6 },
  { stage: 'marked', chain: 'welfare', began: 13, due: 7 },
  { stage: 'diarised', chain: 'general', began: 0 },
  { stage: 'diarised', chain: 'revenue', began: 0 },
  { stage: 'diarised', chain: 'welfare', began: 1 },
];

/** Three months of work of the demo office, step by step as time goes by, up to now: made of its matters by throws of dice. */
export function tellPast(matters: Matters, now: Date, leave: Date): PlannedStory {
  const chains = chainsOf(leave);
  const people = new Turns();
  const lives = [...ordinaryLives(), ...waitingLives()].map(({ name, began, chain, clerk, fate }) => {
    const dice = new Dice(name);
    const fitting = matters.matters.filter(
      (matter) =>
        (chain === undefined || matter.chain === chain) &&
        (fate.stopsAt === undefined || matter.sender !== undefined || !['diarised', 'marked'].includes(fate.stopsAt)),
    );
    const matter = dice.pick(fitting);
    const of = chains[matter.chain];
    const begins = new Date(workingDayAgo(began, now).getTime() + dice.between(0, SPREAD_MS));
    return new LifeOfAFile(name, {
      ...{ matter, chain: of, fate, dice, begins },
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

/** Letters begin files between ten and four. */
const SPREAD_MS = 6 * 3_600_000;

interface Life {
  readonly name: string;
  readonly began: number;
  readonly chain?: ChainName;
  readonly clerk?: number;
  readonly fate: Fate;
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
  return WAITING.map(({ stage, began, chain, clerk = 0, due, height }, index) => {
    const dice = new Dice(`waiting-fate-${index}`);
    return {
      name: `waiting-${index}`,
      ...{ began, chain, clerk },
      fate: {
        stopsAt: stage,
        ...(due === undefined ? {} : { due }),
        returned: stage === 'returned' || (due !== undefined && dice.chance(0.3)),
        pulledBack: false,
        toAndFro: stage === 'recommended' && due !== undefined && dice.chance(0.5),
        ...{ refused: false, letter: ['drafted', 'issued'].includes(stage), answer: false, reopened: false },
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
