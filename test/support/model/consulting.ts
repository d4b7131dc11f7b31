import { type ConsultingStep, ModelConsultation } from './consultation';
import { isEmpty } from './note';
import { ModelRegister } from './register';
import { EVENTS, type Happening, type NoteLine, type Step, takesFiles } from './steps';

/** What is asked of others on a file, and where their opinions stand on its sheet. */
export abstract class ModelConsulting extends ModelRegister {
  readonly consultation = new ModelConsultation();
  readonly sheet: NoteLine[] = [];
  readonly events: Happening[] = [{ name: 'file.created' }];

  protected abstract may(by: string, does: Step['does']): boolean;
  protected abstract freeze(by: string, agrees: boolean): NoteLine | null;
  /** Why the note in writing may not be frozen, whatever act would freeze it. */
  protected abstract unfitToFreeze(): string | null;

  /** What the holder asks of others, and what they answer: they read nothing of the file. */
  protected consult(by: string, step: ConsultingStep): null {
    const event: Happening = { name: EVENTS[step.does] };
    if (step.does === 'opinion' || step.does === 'not_ours') {
      if (this.consultation.end(by)) this.lastOpinionCame();
      if (step.does === 'opinion') this.giveOpinion(by, step.paragraphs);
      this.events.push(step.does === 'opinion' ? { ...event, note: this.sheet.length } : event);
      return null;
    }
    const last = this.register.at(-1);
    if (last) last.opened = true;
    if (step.does === 'withdraw_consultation') {
      this.asksNobody();
      this.events.push(event);
      return null;
    }
    this.consultation.ask(step.post, step.dueOn);
    this.events.push(this.freeze(by, false) ? { ...event, note: this.sheet.length } : event);
    return null;
  }

  protected obstacleToConsulting(by: string, step: ConsultingStep): string | null {
    if (step.does === 'opinion' || step.does === 'not_ours')
      return this.consultation.obstacleToEnding(by, step, this.confidential);
    if (!this.readableBy(by)) return 'not-found';
    if (!this.may(by, step.does)) return 'not-allowed';
    const unfit = this.unfitInside(step.does);
    if (unfit) return unfit;
    if (step.does === 'withdraw_consultation') return this.consultation.asked.size === 0 ? 'nobody-consulted' : null;
    if (this.forCorrection) return 'note-up-for-correction';
    const facts = { takesFiles: (post: string) => takesFiles(this.posts[post]), today: this.today() };
    return this.consultation.obstacleToAsking(step, this.holder, facts) ?? this.obstacleToAskingAbout();
  }

  /** What is asked about is final, and decides nothing yet. */
  private obstacleToAskingAbout(): string | null {
    if (this.pending?.decision) return 'question-before-decision';
    return (
      this.unfitToFreeze() ??
      (this.sheet.length === 0 && (!this.pending || isEmpty(this.pending)) ? 'nothing-to-ask-about' : null)
    );
  }

  override regrade(confidential: boolean): void {
    super.regrade(confidential);
    if (confidential) this.asksNobody();
  }

  /** Nobody is asked any longer: what the file says is for fewer posts than those who were asked. */
  protected asksNobody(): void {
    this.consultation.withdraw();
    if (this.aside?.opinion) this.aside = null;
  }

  private giveOpinion(by: string, paragraphs: number): void {
    const words = { paragraphs, decision: null, under: null, isSummary: false, withPost: null };
    this.sheet.push({
      ...words,
      by,
      putUpBy: null,
      answered: null,
      takenBack: false,
      at: this.now(),
      isOpinion: true,
      returns: [],
    });
  }

  /** Nobody agrees with an opinion by signing after it, nor with what was taken back without a word. */
  private readonly stands = ({ isOpinion, takenBack, paragraphs }: NoteLine): boolean =>
    !isOpinion && !(takenBack && paragraphs === 0);

  protected get lastStanding(): NoteLine | undefined {
    return this.sheet.findLast(this.stands);
  }

  /** From the last note that stands on. */
  protected get lastLines(): NoteLine[] {
    return this.sheet.slice(Math.max(this.sheet.findLastIndex(this.stands), 0));
  }
}
