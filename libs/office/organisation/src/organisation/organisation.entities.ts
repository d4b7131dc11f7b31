import type {
  EndCause,
  InformationRole,
  KeptLanguages,
  LetterForm,
  LetterLayout,
  Role,
  StartCause,
  State,
  TenureKind,
} from '@patravali/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A department or office: the outermost wall, across which nothing is seen. */
@Entity('organisation')
export class Organisation {
  @PrimaryColumn('uuid') id: string;
  @Column('text') nameHi: string;
  @Column('text') nameEn: string;
  @Column('text') addressHi: string;
  @Column('text') addressEn: string;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('boolean') demo: boolean;
  /** In which languages it names its things. */
  @Column('text') keptLanguages: KeptLanguages;
  /** For how many working days a post keeps a case without saying why. */
  @Column('smallint') deskLimitDays: number;
  /** In which state it is. */
  @Column('text', { nullable: true }) state: State | null;
  /** How its letters look. */
  @Column('text') letterLayout: LetterLayout;
  /** Which forms of letters its officers sign; it seals all others. */
  @Column('text', { array: true }) signedForms: LetterForm[];
  /** Its notes are signed by their authors. */
  @Column('boolean') signedNotes: boolean;
  /** Stands before the date of a letter. */
  @Column('text', { nullable: true }) placeHi: string | null;
  @Column('text', { nullable: true }) placeEn: string | null;
}

/** A section, branch or cell. */
@Entity('unit')
export class Unit {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('text') abbreviation: string;
  /** As numbers in Hindi print it. */
  @Column('text', { nullable: true }) abbreviationHi: string | null;
  @Column('text') nameHi: string;
  @Column('text') nameEn: string;
  @Column('timestamptz', { nullable: true }) abolishedAt: Date | null;
  /** Counted by the database. */
  @Column('integer') version: number;
}

/** What holds work. Its marking abbreviation is unique in the organisation. */
@Entity('post')
export class Post {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') unitId: string;
  @Column('text') marking: string;
  /** As lists in Hindi name it. */
  @Column('text', { nullable: true }) markingHi: string | null;
  /** Under the Right to Information Act. */
  @Column('text', { nullable: true }) informationRole: InformationRole | null;
  @Column('text') designationHi: string;
  @Column('text') designationEn: string;
  /** 1 is the head of the office. */
  @Column('smallint') level: number;
  @Column('uuid', { nullable: true }) superiorPostId: string | null;
  /** All posts above it: the database keeps them. */
  @Column('uuid', { array: true }) superiorPostIds: string[];
  @Column('text', { array: true }) roles: Role[];
  /** Of an auditor: the units whose files it audits; of none named, all. */
  @Column('uuid', { array: true }) auditedUnitIds: string[];
  /** Of the administrator of a unit: he keeps it and those below it. */
  @Column('uuid', { nullable: true }) administeredUnitId: string | null;
  /** Printed below the signature of its holder. */
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('timestamptz', { nullable: true }) abolishedAt: Date | null;
  /** Counted by the database. */
  @Column('integer') version: number;
}

/** A person who signs in. Work never belongs to a person, only to the post. */
@Entity('office_user')
export class OfficeUser {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('text') username: string;
  @Column('text') nameHi: string;
  @Column('text') nameEn: string;
  /** argon2id; null until a one-time link has set one. Demo people never have one. */
  @Column('text', { nullable: true }) passwordHash: string | null;
  @Column('boolean') demo: boolean;
  @Column('text', { nullable: true }) showsHi: string | null;
  @Column('text', { nullable: true }) showsEn: string | null;
  /** Where the office mails the person what concerns him. */
  @Column('text', { nullable: true }) email: string | null;
  /** Nobody signs in by a closed account. */
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  /** Whose administrator entered the person; null where the office's did. */
  @Column('uuid', { nullable: true }) enteredUnitId: string | null;
  /** Counted by the database. */
  @Column('integer') version: number;
}

/** A person holds a post from–to, by an order. Days are days in India, both inclusive, whole but for the halves that are named. */
@Entity('tenure')
export class Tenure {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  @Column('uuid') userId: string;
  @Column('uuid') postId: string;
  @Column('text') kind: TenureKind;
  @Column('date') fromOn: string;
  @Column('date', { nullable: true }) untilOn: string | null;
  @Column('text', { nullable: true }) orderReference: string | null;
  /** Ended within its last day. */
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('boolean', { nullable: true }) fromAfternoon: boolean | null;
  @Column('boolean', { nullable: true }) untilForenoon: boolean | null;
  @Column('text', { nullable: true }) endCause: EndCause | null;
  @Column('text', { nullable: true }) endOrder: string | null;
  @Column('text', { nullable: true }) startCause: StartCause | null;
  /** What the absent holder does meanwhile, by the order; null of leave. */
  @Column('text', { nullable: true }) duty: string | null;
  /** Of an operator: the clerk under whom he works. */
  @Column('uuid', { nullable: true }) underUserId: string | null;
  /** Of a link officer: by which tenure the holder is attached elsewhere. */
  @Column('uuid', { nullable: true }) attachmentId: string | null;
}

/** What a new tenure lacks, unless whoever enters it says otherwise. */
export const NOT_YET_SAID = {
  startCause: null,
  endedAt: null,
  endCause: null,
  endOrder: null,
  duty: null,
  underUserId: null,
  attachmentId: null,
} as const;

/** A head by which files are numbered: the administrator keeps the list. */
@Entity('number_head')
export class NumberHead {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisationId: string;
  /** A letter where two parts follow, else the whole code. */
  @Column('text') basic: string;
  /** As numbers in Hindi print it. */
  @Column('text', { nullable: true }) basicHi: string | null;
  /** Two digits. */
  @Column('text', { nullable: true }) primary: string | null;
  /** Two digits. */
  @Column('text', { nullable: true }) secondary: string | null;
  @Column('text', { nullable: true }) tertiary: string | null;
  @Column('text') titleHi: string;
  @Column('text') titleEn: string;
  @Column('timestamptz', { nullable: true }) retiredAt: Date | null;
  /** Counted by the database. */
  @Column('integer') version: number;
}
