import { isWordlessKind, unfitKind } from './kinds';
import { isAside, OFFICERS_ALONE, unfitState } from './aside';
import { isOfClock } from './clock';
import { isConsulting } from './consultation';
import type { TogetherStep } from './together';
import type { VolumeStep } from './volumes';
import { isEmpty, saysNothing } from './note';
import { ModelSheet } from './sheet';
import { type Answering, type Step, takesFiles, type Written } from './steps';

/** What the manual of office procedure does not allow to be done to a file, as the codes of the refusals. */
export abstract class ModelRefusals extends ModelSheet {
  /** The code with which the step is refused, if it is. */
  refuses(by: string, step: Exclude<Step, TogetherStep | VolumeStep>, link: boolean): string | null {
    if (step.does === 'answer') return this.obstacleToAnswering(by, step, link);
    if (isConsulting(step)) return this.obstacleToConsulting(by, step);
    if (!this.readableBy(by)) return 'not-found';
    if (!this.may(by, step.does)) return 'not-allowed';
    return this.obstacle(by, step) ?? ('confirm' in step ? this.untrueNote(step) : null);
  }

  /** Whether it is on the desk of that post, which may act on it. */
  mayHold(by: string): boolean {
    return this.holder === by && !['auditor', 'administrator'].includes(this.posts[by]?.role ?? 'administrator');
  }

  /** What its state does not allow to be done to it and another. */
  unfitFor(does: 'link' | 'unlink' | 'attach' | 'incorporate' | 'open_volume'): string | null {
    const unfit = this.unfitInside(does) ?? unfitState(this.aside, does);
    const waits = ['attach', 'incorporate', 'open_volume'].includes(does);
    return unfit ?? (waits && this.forCorrection ? 'note-up-for-correction' : null);
  }

  protected may(by: string, does: Step['does']): boolean {
    const role = this.posts[by]?.role ?? 'administrator';
    if (does === 'follow' || does === 'unfollow') return true;
    if (role === 'auditor' || role === 'administrator') return false;
    if (['pull_back', 'ask_recall', 'withdraw_recall'].includes(does)) return this.sender === by;
    if (does === 'pull_up') return role === 'officer' && !this.confidential && this.readers.has(by);
    if (does === 'reopen') return this.closedBy === by && role === 'officer';
    if (does === 'remind') return this.sender === by || (!this.confidential && this.readers.has(by));
    return this.holder === by && (!OFFICERS_ALONE.includes(does) || role === 'officer');
  }

  /** Why it is not continued in a next volume, as its code. */
  obstacleToVolume(by: string, step: VolumeStep): string | null {
    if (!this.readableBy(by)) return 'not-found';
    if (!this.mayHold(by) || this.posts[by]?.role === 'dispatcher') return 'not-allowed';
    const unfit = this.unfitFor(step.does) ?? (this.mainFile ? 'volume-of-part' : this.unfitToClose());
    if (unfit) return unfit;
    if (this.pending) return 'note-in-the-way';
    return this.consultation.asked.size > 0 ? 'opinions-awaited' : this.clock.unexplained(step);
  }

  private obstacle(by: string, step: Exclude<Step, TogetherStep | VolumeStep>): string | null {
    const { does } = step;
    const unfit = this.unfitInside(does) ?? unfitState(this.aside, does);
    if (unfit) return unfit;
    if (does === 'pull_up') return this.obstacleToPullingUp(by);
    const waiting = ['agree_recall', 'forward', 'return', 'close', 'put_up', 'park', 'call_book'];
    if (this.forCorrection && waiting.includes(does)) return 'note-up-for-correction';
    if (!this.forCorrection && does === 'return_correction') return 'no-correction';
    const unclosed = does === 'close' ? this.unfitToClose() : null;
    if (unclosed) return unclosed;
    if (does === 'reopen' && this.incorporated) return 'part-incorporated';
    if (does === 'reopen' && this.later) return 'volume-continued';
    if (does === 'ask_recall' && !this.opened) return 'not-opened-yet';
    if (does === 'ask_recall') return this.recall === 'asked' ? 'recall-asked' : null;
    if (does.endsWith('_recall') && this.recall !== 'asked') return 'no-recall';
    if (does === 'agree_recall') return this.clock.unexplained(step) ?? this.obstacleToGivingBack(step.pendingNote);
    if (does === 'return_correction') return this.clock.unexplained(step);
    if (does === 'take_up_note' && !this.pending) return this.notesAside.get(by)?.length ? null : 'no-note-set-aside';
    if (does === 'note' && step.decision && this.posts[by]?.role !== 'officer') return 'decision-needs-officer';
    if (does === 'regrade' && step.confidential === this.confidential) return 'invalid-input';
    if (does === 'regrade' && !step.confidential && this.mainFile?.confidential) return 'part-below-main';
    if (does === 'regrade' && !step.confidential && [...this.inside].some(({ confidential }) => confidential))
      return 'attached-more-graded';
    if (does === 'regrade' && step.confidential) return this.obstacleToGradingParts();
    if (does === 'pull_back' && this.opened) return 'already-opened';
    if (step.does === 'park' && step.opinion && this.consultation.asked.size === 0) return 'nobody-consulted';
    if (isAside(step)) return this.obstacleAside(by, step, this.today());
    if ((does === 'note' || does === 'take_up_note') && this.pending) return 'note-being-written';
    if (does === 'note') return unfitKind(step, by, this.sheet);
    if (isOfClock(step)) return this.clock.obstacle(step, this.sheet.length);
    if (does === 'put_up') return this.obstacleToPuttingUp(by, step);
    if (['confirm', 'take_back', 'discard', 'change'].includes(does) && !this.pending) return 'no-note';
    if (does === 'take_back') return this.obstacleToTakingBack(by);
    if (does === 'change') return this.obstacleToChanging(by, step);
    if (does === 'discard' && this.forCorrection) return 'note-of-another-desk';
    if (does === 'confirm' && this.pending && saysNothing(this.pending)) return 'note-empty';
    if (does === 'confirm') return this.untrue();
    if (does === 'forward' && step.to === this.holder) return 'to-oneself';
    if (does === 'forward' && !takesFiles(this.posts[step.to])) return 'post-takes-no-files';
    if (does === 'forward' && step.dueOn && step.dueOn < this.today()) return 'due-date-past';
    if (does === 'return' && !this.sender) return 'no-sender';
    if (does === 'close' && this.consultation.asked.size > 0) return 'opinions-awaited';
    if (!('confirm' in step)) return null;
    const unconfirmed = !step.confirm && this.pending?.colour === 'yellow' ? 'note-unconfirmed' : null;
    return this.clock.unexplained(step) ?? this.obstacleOnTheWay(by, step) ?? unconfirmed;
  }

  /** Past a superior it goes with a reason, and comes back through him. */
  private obstacleOnTheWay(by: string, step: Step): string | null {
    const to = step.does === 'forward' ? step.to : this.sender;
    if ((step.does !== 'forward' && step.does !== 'return') || to === null) return null;
    if (this.wayBack(by, to) !== undefined) return 'way-back-first';
    const jumps = step.does === 'forward' && !step.reasoned && this.leftOut(by, to).length > 0;
    return jumps ? 'jump-needs-reason' : null;
  }

  /** A note that would be up for correction again keeps its file on the desk. */
  private obstacleToTakingBack(by: string): string | null {
    const { putUpBy = null } = this.pending ?? {};
    if (putUpBy === null || putUpBy === by) return null;
    return this.unfitInside('return_correction') ?? unfitState(this.aside, 'return_correction');
  }

  private obstacleToGivingBack(pendingNote: 'confirm' | 'set_aside' | null): string | null {
    if (!this.pending || pendingNote === 'set_aside') return null;
    if (this.pending.colour === 'yellow' && pendingNote !== 'confirm') return 'note-unconfirmed';
    if (isWordlessKind(this.pending)) return 'note-empty';
    return isEmpty(this.pending) ? null : this.untrue();
  }

  private obstacleToPuttingUp(by: string, step: Extract<Step, { does: 'put_up' }>): string | null {
    if (step.to === this.holder) return 'to-oneself';
    if (!takesFiles(this.posts[step.to])) return 'post-takes-no-files';
    if (!this.superiorsOf(by).includes(step.to)) return 'not-your-superior';
    if (this.clock.unexplained(step)) return this.clock.unexplained(step);
    if (!this.pending) return 'no-note';
    if (this.pending.colour === 'green') return 'note-confirmed';
    return this.pending.paragraphs === 0 ? 'note-empty' : null;
  }

  private obstacleToChanging(by: string, change: Written): string | null {
    const { decision } = change;
    const decides = decision !== null && decision !== this.pending?.decision;
    if (decides && this.posts[by]?.role !== 'officer') return 'decision-needs-officer';
    if (this.pending?.colour === 'green') return 'note-confirmed';
    // Of a note that is up for correction the author is whoever put it up.
    return unfitKind(change, this.forCorrection ? this.sender : by, this.sheet);
  }

  /** What the sheet does not take from whoever sends or closes the file. */
  private untrueNote({ does }: Step): string | null {
    const unfit = this.unfitToFreeze();
    if (unfit || (this.pending && !isEmpty(this.pending))) return unfit;
    if (does !== 'forward') return null;
    if (this.paragraphs === 0) return 'first-note-needs-words';
    const returns = this.lastLines.flatMap((line) => line.returns);
    if (returns.some(({ takenBack }) => !takenBack)) return 'returned-file-needs-words';
    return this.lastStanding?.takenBack ? 'taken-back-needs-words' : null;
  }

  protected unfitToFreeze(): string | null {
    if (this.pending && isWordlessKind(this.pending)) return 'note-empty';
    return this.pending && !isEmpty(this.pending) ? this.untrue() : null;
  }

  /** Why a note that says something may not become official. */
  private untrue(): string | null {
    if (!this.pending) return null;
    if (this.pending.decision && this.posts[this.holder ?? '']?.role !== 'officer') return 'decision-needs-officer';
    if (this.pending.paragraphs === 0 && this.pending.decision === 'not_approved') return 'not-approved-needs-words';
    if (this.pending.paragraphs === 0 && this.paragraphs === 0) return 'first-note-needs-words';
    return this.reversal(this.pending) ?? unfitKind(this.pending, this.holder, this.sheet);
  }

  /** What a level has decided is reversed by that level or a higher one, with words. */
  private reversal({ decision, paragraphs }: Written): string | null {
    const { decided } = this;
    if (!decision || !decided || decided.decision === decision) return null;
    if (this.levelOf(decided.by) < this.levelOf(this.holder ?? '')) return 'decided-above';
    return paragraphs === 0 ? 'reversal-needs-words' : null;
  }

  /** Whoever took part answers: once, and of a normal file whether he may read it or not. */
  private obstacleToAnswering(by: string, { back }: Answering, link: boolean): string | null {
    const note = this.sheet[this.sheet.length - 1 - back];
    if (note?.withPost !== by || !link || note.ofPart || !this.showsDiscussions(by)) return 'not-found';
    return note.answered ? 'discussion-answered' : null;
  }
}
