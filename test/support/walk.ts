import type { Actor } from '@patravali/authorization';
import { CloseFile, CreateFile, OpenPart, ReopenFile } from '@patravali/files';
import {
  AgreeRecall,
  AskRecall,
  ForwardFile,
  OpenFile,
  EndParkings,
  PullBackFile,
  PullUpFile,
  PutUpForCorrection,
  RefuseRecall,
  ReturnCorrection,
  ReturnFile,
  WithdrawRecall,
} from '@patravali/movement';
import { AddNote, ChangeNote, ConfirmNote, DiscardNote, TakeBackNote } from '@patravali/notes';
import type { FileModel } from './file-model';
import { isTogether, type TogetherStep } from './model-together';
import { obstacleToPart, refusesTogether, takeTogether, togetherModelled } from './together-acts';
import { aNoteOf, answerDiscussion, regradeSeen, setToday, takeUpOldest } from './walk-notes';
import { actTogether, besides } from './walk-together';
import type { ModelPost, Posts, Step, Written } from './model-steps';
import { fileModelled, filesStored, type Stored } from './file-stored';
import { type TestOffice } from './office';
import { isConsulting } from './model-consultation';
import { isAside } from './model-aside';
import { isOfClock } from './model-clock';
import { actAside } from './walk-aside';
import { OfficeModel } from './office-model';
import { writeActor, writeLinkOfficer, writeOffice } from './office-rows';
import { RegistersOfOneOffice } from './registers-of-one-office';
import {
  deskModelled,
  deskShown,
  discussionsModelled,
  discussionsShown,
  fileShown,
  followUpModelled,
  followUpShown,
  foundBy,
  questionsAbout,
  questionsModelled,
  questionsShown,
} from './shown';
import { clockModelled, waitingModelled, waitingShown } from './shown-clocks';
import { consultIn } from './walk-consultations';
import { isSilent } from './walk-days';

/** One walk: an organisation of its own, so that none sees the files of another, and the model that it must equal. */
export class Walk {
  private readonly ids = new Map<FileModel, string>();
  /** Of each event of a file, whether a link officer acted. */
  private readonly byLink = new Map<FileModel, boolean[]>();
  /** Every file as its rows are since the last step, by its id. */
  private stored: ReadonlyMap<string, Stored> = new Map();
  /** How many steps were taken, and how many of them were refused. */
  readonly taken = { steps: 0, refused: 0 };

  private constructor(
    readonly office: TestOffice,
    readonly model: OfficeModel,
    private readonly actors: ReadonlyMap<string, Actor>,
    /** A second person on each post, who acts for its holder. */
    private readonly links: ReadonlyMap<string, Actor>,
    private readonly headId: string,
    private readonly registers: RegistersOfOneOffice,
  ) {}

  static async begin(office: TestOffice, posts: Posts, today: string): Promise<Walk> {
    const written = await writeOffice(office.owner);
    const [actors, links] = [new Map<string, Actor>(), new Map<string, Actor>()];
    for (const [marking, { role, superior }] of Object.entries<ModelPost>(posts)) {
      const post = { marking, roles: [role], superior: superior ? actors.get(superior) : undefined };
      const actor = await writeActor(office.owner, written, post);
      actors.set(marking, actor);
      links.set(marking, await writeLinkOfficer(office.owner, written, actor));
    }
    await setToday(office, today);
    const registers = await RegistersOfOneOffice.begin(office.owner, written.id);
    return new Walk(office, new OfficeModel(posts, today), actors, links, written.headId, registers);
  }

  end(): void {
    this.registers.end();
  }

  /** What was due today is late from now on, and what was parked until the next day is back. */
  async dayPasses(): Promise<void> {
    this.model.today = this.model.day(1);
    await setToday(this.office, this.model.today);
    await this.office.get(EndParkings).execute();
    for (const file of this.model.files) {
      const link = file.endParking(this.model.today);
      if (link === null) continue;
      file.events.push({ name: 'file.parking_ended' });
      this.byLink.get(file)?.push(link);
    }
    await this.compareStored();
  }

  /** A week and two days: longer than a post may keep a case. */
  async nineNightsPass(): Promise<void> {
    for (let night = 0; night < 9; night++) await this.dayPasses();
  }

  async create(by: string, confidential: boolean, subject: string): Promise<void> {
    const grading = confidential ? 'confidential' : 'normal';
    const request = { headId: this.headId, subject, grading, urgency: 'ordinary' } as const;
    const doing = this.office.get(CreateFile).execute(this.actor(by), request);
    if (!this.model.mayCreate(by)) {
      await expect(doing).rejects.toMatchObject({ code: 'not-allowed' });
      return;
    }
    if (confidential && !this.model.mayGrade(by)) {
      await expect(doing).rejects.toMatchObject({ code: 'grading-needs-officer' });
      return;
    }
    const { id, number, computerNumber } = await doing;
    const file = this.model.create(by, { number, computerNumber, subject, confidential });
    this.ids.set(file, id);
    this.byLink.set(file, [false]);
    await this.compare(file, [by]);
  }

  /** Takes the step in the office and in the model, and compares the two. Answers the code of the refusal, if refused. */
  async take(file: FileModel, by: string, step: Step, link = false): Promise<string | null> {
    this.taken.steps += 1;
    if (step.does === 'open_part') return await this.openPart(file, by, link);
    const { holder } = file;
    const { files } = this.model;
    const beside = isTogether(step) ? besides(file, step, files) : files.filter((one) => file.inside.has(one));
    const refusal = isTogether(step) ? takeTogether(file, by, step, files) : file.take(by, step, link);
    const doing = this.act(link ? this.linkOf(by) : this.actor(by), this.idOf(file), step);
    if (refusal) await this.compareRefused(doing, refusal);
    else {
      await doing;
      if (step.does !== 'follow' && step.does !== 'unfollow') this.byLink.get(file)?.push(link);
      if (isTogether(step)) for (const other of beside) this.byLink.get(other)?.push(link);
      await this.compare(file, [by, holder ?? by, file.holder ?? by], beside);
    }
    return refusal;
  }

  /** The code with which the office refuses the step, if it does, by the model: nothing is done. */
  refuses(file: FileModel, by: string, step: Step, link: boolean): string | null {
    if (step.does === 'open_part') return obstacleToPart(file, by, this.model.posts[by]?.role ?? '');
    if (isTogether(step)) return refusesTogether(file, by, step, this.model.files);
    return file.refuses(by, step, link);
  }

  private async openPart(main: FileModel, by: string, link: boolean): Promise<string | null> {
    const refusal = obstacleToPart(main, by, this.model.posts[by]?.role ?? '');
    const doing = this.office.get(OpenPart).execute(link ? this.linkOf(by) : this.actor(by), this.idOf(main), {});
    if (refusal) {
      await this.compareRefused(doing, refusal);
      return refusal;
    }
    const { id, number, computerNumber } = await doing;
    const part = this.model.createPart(by, main, { number, computerNumber });
    this.ids.set(part, id);
    this.byLink.set(part, [link]);
    this.byLink.get(main)?.push(link);
    await this.compare(part, [by], [main]);
    return null;
  }

  /** The refusal is as the model has it, and no file was touched. */
  private async compareRefused(doing: Promise<unknown>, code: string): Promise<void> {
    this.taken.refused += 1;
    const before = this.stored;
    await expect(doing).rejects.toMatchObject({ code });
    await this.compareStored();
    expect(this.stored).toEqual(before);
  }

  /** Every file as its rows are, whether the step was about it or not. */
  private async compareStored(): Promise<void> {
    const { files } = this.model;
    this.stored = await filesStored(
      this.office,
      files.map((file) => this.idOf(file)),
    );
    for (const file of files) expect(this.stored.get(this.idOf(file))).toMatchObject(fileModelled(file));
  }

  /** Each desk as it is shown and as the model has it, walked in pages of so many rows. */
  async compareDesks(posts: Iterable<string>, limit: number): Promise<void> {
    for (const post of new Set(posts)) {
      expect(await deskShown(this.office, this.actor(post), limit)).toEqual(deskModelled(this.model, post));
      const asked = await questionsShown(this.office, this.actor(post), limit);
      expect([post, asked]).toEqual([post, questionsModelled(this.model, post)]);
      const followed = await followUpShown(this.office, this.actor(post), limit);
      expect([post, followed]).toEqual([post, followUpModelled(this.model, post)]);
      expect([post, await waitingShown(this.office, this.actor(post), limit)]).toEqual([
        post,
        waitingModelled(this.model, post),
      ]);
      const discussed = await discussionsShown(this.office, this.linkOf(post), limit);
      expect([post, discussed]).toEqual([post, discussionsModelled(this.model, post)]);
    }
  }

  /**
   * Every file as its rows are; the registers of those that the step touched; the desks of those who had to do with it, and
   * what they find; and every rule of the registers.
   */
  private async compare(file: FileModel, desks: readonly string[], beside: readonly FileModel[] = []): Promise<void> {
    await this.compareStored();
    // Small pages now and then: they cost a request for each row, and lists are as often one page as several.
    const limit = file.events.length % 3 === 0 ? 1 + (this.taken.steps % 3) : 50;
    const reader = file.holder ?? file.creator;
    await Promise.all([
      ...[file, ...beside].map((each) => this.compareRegisters(each)),
      this.compareDesks(desks, limit),
      ...[reader, desks[0] ?? '', 'ADMIN'].map((post) => this.compareFound(file, post, limit)),
      this.registers.broken().then((rules) => expect(rules).toEqual([])),
    ]);
  }

  private async compareRegisters(file: FileModel): Promise<void> {
    const [reader, hashes] = [file.holder ?? file.creator, this.stored.get(this.idOf(file))?.hashes ?? []];
    expect(await fileShown(this.office, this.actor(reader), this.idOf(file))).toEqual({
      events: file.events
        .map((event, index) => ({ ...event, link: this.byLink.get(file)?.[index] }))
        .filter((event) => file.showsEvent(event, reader))
        .map(({ name, note, link }, index) => {
          const contentHash = note === undefined ? null : hashes[note - 1];
          return { sequence: index + 1, name, contentHash, link };
        }),
      clock: clockModelled(file),
      movements: file.register.map((line, index) => ({ sequence: index + 1, ...line })),
      together: togetherModelled(file, reader),
      suggestions: this.model.suggestions(reader, file),
      sheet: file.sheet.map(({ returns, ofPart, ...note }) => ({
        ...{ ...note, at: undefined, agrees: isSilent(note) },
        ...{ answered: (ofPart ?? note).answered, returns: [...(ofPart?.returns ?? []), ...returns] },
      })),
    });
  }

  private async compareFound(file: FileModel, post: string, limit: number): Promise<void> {
    for (const question of questionsAbout(file)) {
      const found = await foundBy(this.office, this.actor(post), question, limit);
      expect(found).toEqual(this.model.find(post, question).map(({ cover }) => cover.computerNumber));
    }
  }

  private act(by: Actor, fileId: string, step: Step): Promise<unknown> {
    const [confirmNote, reason] = ['confirm' in step && step.confirm, 'नियमानुसार'];
    const explanation = 'explains' in step && step.explains ? 'अभिलेख अप्राप्त थे' : undefined;
    const { office } = this;
    if (isAside(step) || isOfClock(step)) return actAside(office, { by, fileId }, step);
    if (isConsulting(step))
      return consultIn(office, { by, fileId, postIdOf: (marking) => this.actor(marking).postId }, step);
    switch (step.does) {
      case 'open':
        return office.get(OpenFile).execute(by, fileId);
      case 'note':
        return office.get(AddNote).execute(by, fileId, aNoteOf(step, this.postIdOf));
      case 'change':
        return this.change(by, fileId, step);
      case 'put_up':
        return office
          .get(PutUpForCorrection)
          .execute(by, fileId, { toPostId: this.actor(step.to).postId, explanation });
      case 'return_correction':
        return office.get(ReturnCorrection).execute(by, fileId, { explanation });
      case 'confirm':
        return office.get(ConfirmNote).execute(by, fileId);
      case 'take_back':
        return office.get(TakeBackNote).execute(by, fileId);
      case 'discard':
        return office.get(DiscardNote).execute(by, fileId);
      case 'forward': {
        const request = {
          toPostId: this.actor(step.to).postId,
          action: step.action ?? 'put_up',
          confirmNote,
          explanation,
        };
        return office.get(ForwardFile).execute(by, fileId, { ...request, dueOn: step.dueOn ?? undefined });
      }
      case 'return':
        return office.get(ReturnFile).execute(by, fileId, { reason, confirmNote, explanation });
      case 'pull_back':
        return office.get(PullBackFile).execute(by, fileId, {});
      case 'ask_recall':
        return office.get(AskRecall).execute(by, fileId, { reason });
      case 'agree_recall':
        return office.get(AgreeRecall).execute(by, fileId, { pendingNote: step.pendingNote ?? undefined, explanation });
      case 'refuse_recall':
        return office.get(RefuseRecall).execute(by, fileId, { reason });
      case 'withdraw_recall':
        return office.get(WithdrawRecall).execute(by, fileId);
      case 'pull_up':
        return office.get(PullUpFile).execute(by, fileId, { reason });
      case 'take_up_note':
        return takeUpOldest(office, by, fileId);
      case 'regrade':
        return regradeSeen(office, by, fileId, step.confidential);
      case 'close':
        return office.get(CloseFile).execute(by, fileId, { reason, confirmNote, explanation });
      case 'reopen':
        return office.get(ReopenFile).execute(by, fileId, { reason });
      case 'answer':
        return answerDiscussion(office, by, fileId, step);
      case 'link':
      case 'unlink':
      case 'attach':
      case 'detach':
      case 'incorporate':
      case 'open_part':
        return actTogether(office, by, { fileId, otherId: this.otherId(step) }, step);
    }
  }

  /** Changing asks for the version that was seen. */
  private async change(by: Actor, fileId: string, written: Written): Promise<unknown> {
    const sql = 'SELECT version FROM pending_note WHERE file_id = $1';
    const [seen] = await this.office.rows<{ version: number }>(sql, [fileId]);
    return await this.office.get(ChangeNote).execute(by, fileId, aNoteOf(written, this.postIdOf), seen?.version ?? 0);
  }

  private actor(marking: string): Actor {
    const found = this.actors.get(marking);
    if (!found) throw new Error(`There is no post ${marking}`);
    return found;
  }

  private otherId(step: TogetherStep): string {
    const { files } = this.model;
    const file = 'other' in step ? files[step.other % files.length] : undefined;
    return file ? this.idOf(file) : '';
  }

  private readonly postIdOf = (marking: string): string => this.actor(marking).postId;

  private linkOf(marking: string): Actor {
    return this.links.get(marking) ?? this.actor(marking);
  }

  private idOf(file: FileModel): string {
    return this.ids.get(file) ?? '';
  }
}
