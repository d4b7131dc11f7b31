import { type AsideStep, isAside } from './aside';
import { type ClockStep, isOfClock } from './clock';
import { type ConsultingStep, isConsulting } from './consultation';
import { isTold, type TogetherStep } from './together';
import type { VolumeStep } from './volumes';
import { writtenIn } from './note';
import { NOTHING } from './register';
import { ModelRefusals } from './refusals';
import { type Answering, type Asked, EVENTS, type Happening, type Step, type Written } from './steps';

/** A file as the manual of office procedure has it, in memory: short enough to read, and what the database must equal. */
export class FileModel extends ModelRefusals {
  private notesBegun = 0;

  /**
   * Does the step, or answers the code of the refusal and changes nothing.
   * @param link whether the link officer of the post does it: with that person a discussion was.
   */
  take(by: string, step: Exclude<Step, TogetherStep | VolumeStep>, link: boolean): string | null {
    const refused = this.refuses(by, step, link);
    if (refused) return refused;
    if (step.does === 'answer') return this.answer(step);
    if (isConsulting(step)) return this.consult(by, step);
    const last = this.register.at(-1);
    const others = ['pull_back', 'reopen', 'pull_up', 'remind', 'follow', 'unfollow'];
    if (last && !others.includes(step.does)) last.opened = true;
    if (isAside(step)) this.setAside(by, step, this.today(), link);
    this.clock.take(step);
    if (step.does !== 'follow' && step.does !== 'unfollow')
      this.events.push({ name: EVENTS[step.does], ...(isAside(step) || isOfClock(step) ? {} : this.does(by, step)) });
    return null;
  }

  /** A desk's note in writing is its own until it is frozen. */
  showsEvent({ name, writing, other }: Happening, post: string): boolean {
    if (other && !isTold(name, other, post)) return false;
    const corrects =
      this.forCorrection && this.pending?.id === writing?.note && [this.holder, this.sender].includes(post);
    return !writing || writing.by === post || corrects || this.notesFrozen.has(writing.note);
  }

  private answer({ back, answer }: Answering): null {
    const note = this.sheet[this.sheet.length - 1 - back];
    if (note) note.answered = answer;
    this.events.push({ name: EVENTS.answer });
    return null;
  }

  /** Answers whose hash the event carries, or what it is about. */
  private does(
    by: string,
    step: Exclude<Step, Answering | AsideStep | ConsultingStep | ClockStep | TogetherStep | VolumeStep>,
  ): Omit<Happening, 'name'> {
    switch (step.does) {
      case 'open':
        return {};
      case 'note':
        this.pending = {
          colour: 'yellow',
          id: ++this.notesBegun,
          ...writtenIn(step),
          putUpBy: null,
          decisions: new Map([[by, step.decision]]),
          versions: [by],
        };
        return this.writing(by);
      case 'change':
        this.change(by, step);
        return this.writing(by);
      case 'put_up':
        this.pending = this.pending && { ...this.pending, putUpBy: by };
        this.carry('put_up_for_correction', by, step.to, NOTHING);
        this.forCorrection = true;
        return {};
      case 'return_correction':
        this.returnCorrection(by);
        return {};
      case 'confirm':
        this.colourPending('green');
        this.forCorrection = false;
        return this.writing(by);
      case 'take_back':
        this.colourPending('yellow');
        this.forCorrection = this.pending?.putUpBy !== null && this.pending?.putUpBy !== by;
        return this.writing(by);
      case 'discard': {
        const discarded = this.writing(by);
        this.pending = null;
        return discarded;
      }
      case 'forward':
        return this.send('forwarded', by, step.to, step, this.leftOut(by, step.to));
      case 'return':
        return this.send('returned', by, this.sender ?? '', NOTHING);
      case 'pull_back':
        this.takeBackReturn();
        this.takeBackNote();
        this.owesNothingFor();
        this.forCorrection = !this.forCorrection && this.pending !== null;
        this.move('pulled_back', this.holder, by, this.before);
        this.sentAt.delete(by);
        return {};
      case 'ask_recall':
        this.recall = 'asked';
        return {};
      case 'refuse_recall':
        this.recall = 'refused';
        return {};
      case 'withdraw_recall':
        this.recall = 'withdrawn';
        return {};
      case 'agree_recall':
        return this.giveBack(by, step.pendingNote === 'set_aside');
      case 'pull_up':
        this.pullUp(by);
        return {};
      case 'take_up_note':
        this.pending = this.notesAside.get(by)?.shift() ?? null;
        return this.writing(by);
      case 'regrade':
        this.regrade(step.confidential);
        return {};
      case 'close':
        return this.close(by);
      case 'reopen':
        this.closedBy = null;
        this.move('reopened', null, by, { sender: null, asked: NOTHING });
        this.askedOf.set(by, NOTHING);
        return {};
    }
  }

  private colourPending(colour: 'yellow' | 'green'): void {
    if (this.pending) this.pending.colour = colour;
  }

  private writing(by: string): Omit<Happening, 'name'> {
    return { writing: { note: this.pending?.id ?? 0, by } };
  }

  private send(
    kind: 'forwarded' | 'returned',
    by: string,
    to: string,
    { action, dueOn }: Asked,
    jumped: readonly string[] = [],
  ) {
    this.passes(by, jumped);
    const frozen = this.freeze(by, kind === 'forwarded');
    if (kind === 'returned') this.sheet.at(-1)?.returns.push({ by, to, takenBack: false });
    this.before = { sender: this.sender, asked: this.asked };
    const decision = frozen?.decision ?? null;
    const asked = { action, dueOn, decision, returned: kind === 'returned' };
    this.move(kind, by, to, { sender: by, asked });
    this.askedOf.set(to, asked);
    this.seenBy(by);
    this.sentAt.set(by, this.since);
    this.sentWith = frozen;
    return frozen ? { note: this.sheet.length } : {};
  }

  private giveBack(by: string, aside: boolean) {
    const to = this.sender ?? '';
    this.passes(by);
    if (aside) this.layAside(by);
    const frozen = this.freeze(by, false);
    const decision = frozen?.decision ?? null;
    const { action, dueOn } = this.askedOf.get(to) ?? NOTHING;
    this.before = { sender: this.sender, asked: this.asked };
    const asked = { action, dueOn, decision, returned: false };
    this.move('recalled', by, to, { sender: by, asked }, { ...NOTHING, decision });
    this.seenBy(by);
    this.sentAt.set(by, this.since);
    this.sentWith = frozen;
    return frozen ? { note: this.sheet.length } : {};
  }

  private pullUp(by: string): void {
    const from = this.holder ?? '';
    this.aside = null;
    this.layAside(from);
    this.move('pulled_up', from, by, { sender: null, asked: NOTHING });
    this.askedOf.set(by, NOTHING);
    this.sentAt.set(from, this.since);
  }

  /** A version is of one person: in a walk each post has one who writes. */
  private change(by: string, step: Written): void {
    if (!this.pending) return;
    if (this.pending.versions.at(-1) !== by) this.pending.versions.push(by);
    this.pending.decisions.set(by, step.decision);
    this.pending = { ...this.pending, ...writtenIn(step) };
  }

  private returnCorrection(by: string): void {
    const author = this.sender ?? '';
    const decision = this.pending?.decisions.get(author) ?? null;
    this.pending = this.pending && { ...this.pending, decision };
    const { action, dueOn } = this.askedOf.get(author) ?? NOTHING;
    this.carry('correction_returned', by, author, { ...NOTHING, action, dueOn });
    this.forCorrection = false;
  }
}
