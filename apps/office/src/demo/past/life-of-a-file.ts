import type { ActionAsked, Language } from '@patravali/contract';
import type { PlannedStep, Step, StoryLetter } from '../story/story';
import { laterAtWork, WORKING_DAY } from '../story/working-time';
import { type Chain, type Desk, DIARY, DISPATCHER, officersUpTo } from './desks';
import type { Dice } from './dice';
import { letterOf, type LetterText, postingsOf, replyOf } from './letters-of-a-file';
import type { Matter } from './matters';
import type { Wording } from './wording';

/** How far a file has come; a life may be told to stop there. */
export type Stage =
  'diarised' | 'marked' | 'put_up' | 'returned' | 'recommended' | 'decided' | 'drafted' | 'issued' | 'sent' | 'closed';

/** What happens to a file beyond the ordinary. */
export interface FileCourse {
  readonly stopsAt?: Stage;
  /** Days after which it is late on the desk where it stops. */
  readonly due?: number;
  readonly returned: boolean;
  readonly pulledBack: boolean;
  readonly toAndFro: boolean;
  readonly refused: boolean;
  readonly letter: boolean;
  readonly answer: boolean;
  readonly reopened: boolean;
  /** How many officers above the section's the file goes up to. */
  readonly height: number;
}

type StoryStep = Step extends infer Each ? (Each extends Step ? Omit<Each, 'by' | 'daysAgo'> : never) : never;
interface Sent {
  readonly to: Desk;
  readonly action: ActionAsked;
  readonly phrase: string;
  readonly decision?: 'approved' | 'not_approved';
  readonly text?: readonly string[];
  readonly due?: number | undefined;
}

const DAY = WORKING_DAY;
const HOUR = 60;

/** Ends the telling of a life where its fate says so. */
class Stopped extends Error {}

/** Tells the life of one file as steps of the story, from the letter that begins it until it is closed. */
export class LifeOfAFile {
  readonly steps: PlannedStep[] = [];
  readonly letters: Record<string, StoryLetter> = {};
  private at: Date;

  constructor(
    private readonly name: string,
    private readonly parts: {
      readonly matter: Matter;
      /** One of the matter's own, with its words in braces. */
      readonly subject: string;
      readonly chain: Chain;
      readonly clerk: Desk;
      readonly fate: FileCourse;
      readonly wording: Wording;
      readonly dice: Dice;
      readonly begins: Date;
    },
  ) {
    this.at = parts.begins;
    try {
      this.tell();
    } catch (stopped) {
      if (!(stopped instanceof Stopped)) throw stopped;
    }
  }

  private get language(): Language {
    return this.parts.matter.language;
  }

  private tell(): void {
    const { fate } = this.parts;
    this.begin();
    this.putUp();
    this.goUp();
    if (fate.letter) this.write();
    this.end();
  }

  private begin(): void {
    const { matter, clerk, chain, dice, wording } = this.parts;
    const { name, language } = this;
    if (matter.sender !== undefined) {
      this.receive(name, {
        from: matter.sender,
        later: false,
        subject: this.subject(),
        body: matter.letter ?? [],
        enclosures: matter.enclosures,
      });
      this.reached('diarised');
      const throughOfficer = dice.chance(0.6);
      const marked = { do: 'forwardReceipt', letter: name, action: 'for_necessary_action' } as const;
      this.act(DIARY, [10, 2 * HOUR], {
        ...marked,
        to: (throughOfficer ? chain.officer : clerk).post,
        ...this.due('marked'),
      });
      if (throughOfficer) {
        const remarks = wording.phrase('toClerk', language);
        this.act(chain.officer, [HOUR, DAY], {
          ...marked,
          to: clerk.post,
          action: 'put_up',
          remarks,
          ...this.due('marked'),
        });
      }
      this.reached('marked');
      this.act(clerk, [HOUR, DAY], { do: 'openReceipt', letter: name });
    }
    const cover = { file: name, series: matter.series, subject: this.subject(), urgency: matter.urgency } as const;
    const category = matter.category === undefined ? {} : { category: matter.category };
    this.act(clerk, [20, DAY], { do: 'createFile', ...cover, ...category, grading: 'normal' });
    if (matter.sender !== undefined)
      this.act(clerk, [2, 10], { do: 'putInFile', letter: name, file: name, flag: 'puc' });
  }

  private putUp(): void {
    const { matter, clerk, chain, fate, wording } = this.parts;
    const text = matter.putUp.map((line) => wording.fill(line, this.language));
    this.send(clerk, [30, 2 * DAY], {
      to: chain.officer,
      action: 'put_up',
      phrase: '',
      text,
      due: this.due('put_up').dueInDays,
    });
    if (fate.pulledBack) {
      this.act(clerk, [15, 40], {
        do: 'pullBack',
        file: this.name,
        reason: wording.phrase('pulledBack', this.language),
      });
      this.send(clerk, [20, 3 * HOUR], {
        to: chain.officer,
        action: 'put_up',
        phrase: 'pulledNote',
        due: this.due('put_up').dueInDays,
      });
    }
    this.reached('put_up');
    if (!fate.returned) return;
    this.open(chain.officer, [HOUR, 2 * DAY]);
    this.act(chain.officer, [10, HOUR], {
      do: 'return',
      file: this.name,
      reason: wording.fill(matter.missing, this.language),
    });
    this.reached('returned');
    this.open(clerk, [HOUR, DAY]);
    this.send(clerk, [HOUR, 2 * DAY], { to: chain.officer, action: 'put_up', phrase: 'answered' });
  }

  /** From officer to officer, until one decides and sends it down to the clerk. */
  private goUp(): void {
    const { matter, chain, clerk, fate, dice } = this.parts;
    // Nobody signs for what an officer below has decided, and below the final authority nobody decides.
    const heightOf = (post: string | undefined) => officersUpTo(chain, post).length - 1;
    const least = Math.max(fate.letter ? heightOf(matter.reply.signatory) : 0, heightOf(matter.decidedBy));
    const officers = [chain.officer, ...chain.above.slice(0, Math.max(fate.height, least))];
    for (const [index, officer] of officers.entries()) {
      const next = officers[index + 1];
      this.open(officer, [HOUR, 2 * DAY]);
      if (!next) break;
      this.send(officer, [10, 4 * HOUR], {
        to: next,
        action: next === officers.at(-1) ? 'for_orders' : 'for_approval',
        phrase: 'recommend',
        due: this.due('recommended').dueInDays,
      });
      if (fate.toAndFro && index === 0) this.goToAndFro(officer, next);
    }
    this.reached('recommended');
    const last = officers.at(-1) ?? chain.officer;
    const decision = fate.refused ? 'not_approved' : 'approved';
    this.send(last, [10, DAY], {
      to: clerk,
      action: 'for_necessary_action',
      phrase: fate.refused ? 'refuse' : 'order',
      decision,
      due: this.due('decided').dueInDays ?? (dice.chance(0.3) ? 15 : undefined),
    });
    this.reached('decided');
    this.open(clerk, [HOUR, DAY]);
  }

  private goToAndFro(below: Desk, above: Desk): void {
    const { dice, wording } = this.parts;
    for (let times = dice.between(1, 3); times > 0; times--) {
      this.open(above, [2 * HOUR, 2 * DAY]);
      this.act(above, [10, HOUR], { do: 'return', file: this.name, reason: wording.phrase('returned', this.language) });
      this.open(below, [HOUR, DAY]);
      this.send(below, [HOUR, 2 * DAY], { to: above, action: 'for_approval', phrase: 'answered' });
    }
  }

  private write(): void {
    const { matter, clerk, fate, dice } = this.parts;
    const { name } = this;
    const reply = replyOf(this.parts, name);
    this.act(clerk, [HOUR, 2 * DAY], reply);
    const signatory = this.putDraftUp();
    this.reached('drafted');
    this.open(signatory, [HOUR, DAY]);
    this.act(signatory, [5, HOUR], { do: 'approve', draft: name });
    this.act(signatory, [3, 30], { do: 'issue', draft: name });
    this.send(signatory, [5, 20], { to: clerk, action: 'for_necessary_action', phrase: 'issued' });
    this.reached('issued');
    this.act(DISPATCHER, [2 * HOUR, DAY], { do: 'dispatch', draft: name, modes: postingsOf(reply, dice) });
    this.open(clerk, [HOUR, DAY]);
    this.reached('sent');
    const from = matter.answer?.from ?? matter.sender;
    if (!fate.answer || !matter.answer || from === undefined) return;
    const answer = `${name}-answer`;
    this.wait([5 * DAY, 12 * DAY]);
    this.receive(answer, {
      ...matter.answer,
      from,
      later: true,
      enclosures: [],
    });
    this.act(DIARY, [10, HOUR], {
      do: 'forwardReceipt',
      letter: answer,
      to: clerk.post,
      action: 'for_necessary_action',
    });
    this.act(clerk, [HOUR, DAY], { do: 'openReceipt', letter: answer });
    this.act(clerk, [5, HOUR], { do: 'putInFile', letter: answer, file: name, flag: 'fr' });
  }

  /** Through all who stand between the clerk and the signatory, whom it returns. */
  private putDraftUp(): Desk {
    const { matter, clerk, chain } = this.parts;
    let from = clerk;
    for (const officer of officersUpTo(chain, matter.reply.signatory)) {
      const first = from === clerk;
      if (!first) this.open(from, [HOUR, DAY]);
      this.send(from, [10, HOUR], { to: officer, action: 'for_approval', phrase: first ? 'drafted' : 'draftSeen' });
      from = officer;
    }
    return from;
  }

  private end(): void {
    const { chain, clerk, fate, wording } = this.parts;
    const answered = this.letters[`${this.name}-answer`] !== undefined;
    if (fate.letter && !answered) {
      this.send(clerk, [4 * DAY, 8 * DAY], { to: chain.officer, action: 'for_information', phrase: 'reminded' });
      this.open(chain.officer, [HOUR, DAY]);
      this.send(chain.officer, [10, HOUR], { to: clerk, action: 'for_necessary_action', phrase: 'seen' });
      this.open(clerk, [HOUR, DAY]);
    }
    const phrase = answered ? 'answerCame' : 'done';
    this.send(clerk, [2 * HOUR, 4 * DAY], { to: chain.officer, action: 'for_orders', phrase });
    this.open(chain.officer, [HOUR, 2 * DAY]);
    this.act(chain.officer, [10, 2 * HOUR], {
      do: 'close',
      file: this.name,
      reason: wording.phrase('closing', this.language),
    });
    this.reached('closed');
    if (!fate.reopened) return;
    this.act(chain.officer, [4 * DAY, 9 * DAY], {
      do: 'reopen',
      file: this.name,
      reason: wording.phrase('reopened', this.language),
    });
    this.send(chain.officer, [10, HOUR], { to: clerk, action: 'put_up', phrase: 'again' });
  }

  private receive(letter: string, text: LetterText): void {
    const { parts } = this;
    this.letters[letter] = letterOf(parts, text);
    this.act(DIARY, [0, 3 * HOUR], { do: 'diarise', letter });
  }

  private subject(): string {
    return this.parts.wording.fill(this.parts.subject, this.language);
  }

  private open(desk: Desk, within: readonly [number, number]): void {
    this.act(desk, within, { do: 'open', file: this.name });
  }

  private send(from: Desk, within: readonly [number, number], { to, action, phrase, decision, text, due }: Sent): void {
    const words = text ?? [this.parts.wording.phrase(phrase, this.language)];
    const note = { text: [...words], ...(decision ? { decision } : {}) };
    this.act(from, within, {
      do: 'forward',
      file: this.name,
      to: to.post,
      action,
      note,
      ...(due === undefined ? {} : { dueInDays: due }),
    });
  }

  /** The due day, where the file is to be late. */
  private due(stage: Stage): { dueInDays?: number } {
    const { stopsAt, due } = this.parts.fate;
    return due !== undefined && stopsAt === stage ? { dueInDays: due } : {};
  }

  private act(desk: Desk, within: readonly [number, number], told: StoryStep): void {
    this.wait(within);
    const step = { ...told, by: desk.by(this.at), daysAgo: 0 };
    this.steps.push({ key: `${this.name}-${this.steps.length}`, at: this.at, step });
  }

  /** Some working minutes pass. */
  private wait([least, most]: readonly [number, number]): void {
    this.at = laterAtWork(this.at, this.parts.dice.between(least, most));
  }

  private reached(stage: Stage): void {
    if (this.parts.fate.stopsAt === stage) throw new Stopped();
  }
}
