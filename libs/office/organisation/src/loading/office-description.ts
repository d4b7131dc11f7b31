import {
  Bilingual,
  Day,
  DeclaredDay,
  DeskLimit,
  EmblemPicture,
  hasAddressees,
  INFORMATION_ROLES,
  KEPT_LANGUAGES,
  keptText,
  Ladder,
  LetterColour,
  LETTER_FORMS,
  LETTER_LANGUAGES,
  LETTER_LAYOUTS,
  MOST_ADDRESSEES,
  OfficeUrgency,
  RestDay,
  ROLES,
  STATES,
  TENURE_KINDS,
  textOfParagraphs,
  unknownFieldsOf,
  withoutEmptyBlocks,
} from '@patravali/contract';
import { z } from 'zod';
import { pictureKind } from '../letterhead/picture';

const text = (most: number) => z.string().overwrite(keptText).trim().min(1).max(most);
const bilingual = (most: number) => z.strictObject({ hi: text(most), en: text(most) }) satisfies z.ZodType<Bilingual>;

/** Markings, abbreviations and user names are how the parts of the description point at each other. */
const abbreviation = text(30).regex(/^[^\s/]+$/u, 'name');
const username = text(60).regex(/^[\p{Ll}\p{Lo}\p{M}\d._-]+$/u, 'username');
const template = text(100);

const addressee = z.strictObject({
  name: text(300),
  designation: text(300).optional(),
  address: text(1000).optional(),
  email: z.email().optional(),
});

/** A text of a template: its paragraphs, each a line of the file. */
const paragraphs = z
  .array(text(5000))
  .min(1)
  .max(100)
  .transform((lines) =>
    withoutEmptyBlocks(textOfParagraphs(lines.map((line) => ({ children: [{ type: 'text', text: line }] })))),
  );
const templateText = { subject: text(1000), salutation: text(100).nullable().default(null), body: paragraphs };

const Scheme = z.strictObject({ template, period: z.enum(['calendar', 'financial']) });

/**
 * An office as `npm run office -- load office.json` reads it. Loading adds what is new and brings what is known up to
 * date; it removes nothing, since work hangs on it: a tenure ends by its `until`.
 */
export const OfficeDescription = z.strictObject({
  organisation: z
    .strictObject({
      name: bilingual(200),
      address: bilingual(500),
      phone: text(100).optional(),
      email: z.email().optional(),
      /** In which state or union territory it is; left out, it stays as it is. */
      state: z.enum(STATES).optional(),
      /** How its letters are laid out; left out, as the offices of its state do, and else as it is. */
      letterLayout: z.enum(LETTER_LAYOUTS).optional(),
      /** In which languages the office names its things: where it is one, all names may be in that alone. Left out, it stays as it is, and a new office keeps both. */
      keptLanguages: z.enum(KEPT_LANGUAGES).optional(),
      /** In which languages the head of a letter names the office (where it is one, all names may be in that alone), its colour, and the emblem above it: a PNG or a JPEG in base64. Each stays as it is when it is left out. */
      letterheadLanguages: z.enum(LETTER_LANGUAGES).optional(),
      letterheadColour: LetterColour.nullable().optional(),
      emblem: EmblemPicture.refine((picture) => pictureKind(Buffer.from(picture, 'base64')) !== null, {
        error: 'notAPicture',
      })
        .nullable()
        .optional(),
      /** Which forms of letters officers sign themselves; left out, it stays as it is, and a new office seals all of them. */
      signedForms: z.array(z.enum(LETTER_FORMS)).max(LETTER_FORMS.length).optional(),
      /** Whether authors sign their notes; left out, it stays as it is, and in a new office they do not. */
      signedNotes: z.boolean().optional(),
      /** Stands before the date of a letter; left out, it stays as it is. */
      place: bilingual(100).optional(),
      /** For how many working days a post keeps a case without saying why; left out, it stays as it is, and 7 in a new office. */
      deskLimitDays: DeskLimit.optional(),
      /** The demo office: its people have no passwords. */
      demo: z.boolean().default(false),
    })
    .refine(
      ({ keptLanguages: kept = 'bilingual', letterheadLanguages: languages = kept }) =>
        kept === 'bilingual' || kept === languages,
      { error: 'languageNotKept', path: ['letterheadLanguages'] },
    ),
  units: z
    .array(
      z.strictObject({
        abbreviation,
        /** As numbers in Hindi print it; left out, they print the other. */
        abbreviationHi: abbreviation.optional(),
        /** The abbreviation that it bore so far: without it, another abbreviation is another unit. */
        formerly: abbreviation.optional(),
        name: bilingual(200),
        parent: abbreviation.optional(),
      }),
    )
    .min(1)
    .max(2000),
  posts: z
    .array(
      z.strictObject({
        marking: abbreviation,
        /** As pages and lists in Hindi name it; left out, they say the other. */
        markingHi: abbreviation.optional(),
        /** The marking that it bore so far: without it, another marking is another post. */
        formerly: abbreviation.optional(),
        designation: bilingual(200),
        /** 1 is the head of the office. */
        level: z.int().min(1).max(20),
        unit: abbreviation,
        superior: abbreviation.optional(),
        /** Whether it answers applications under the Right to Information Act, or hears the first appeal: one post each. */
        informationRole: z.enum(INFORMATION_ROLES).optional(),
        /** Printed below the signature of its holder. */
        phone: text(100).optional(),
        email: z.email().optional(),
        // Administrators of units are named on the page, which knows the unit.
        roles: z
          .array(z.enum(ROLES).exclude(['unit_administrator']))
          .min(1)
          .max(ROLES.length),
        /** Of an auditor: the units whose files it audits; left out or empty, those of all units. */
        audits: z.array(abbreviation).max(2000).default([]),
      }),
    )
    .min(1)
    .max(20_000),
  /** Templates over `{serial}`, `{year}`, `{unit}`, and for files the parts of the head. */
  numberSchemes: z.strictObject({ file: Scheme, diary: Scheme, issue: Scheme }),
  numberHeads: z
    .array(
      z.strictObject({
        basic: z.string().regex(/^[A-Z]$/, 'basicHead'),
        /** As numbers in Hindi print it; the same wherever the letter is. */
        basicHi: abbreviation.optional(),
        primary: z.string().regex(/^\d{2}$/, 'twoDigits'),
        secondary: z.string().regex(/^\d{2}$/, 'twoDigits'),
        tertiary: text(20).optional(),
        title: bilingual(200),
      }),
    )
    .max(2000),
  /** Kinds of cases, and who disposes of them from which day on. */
  caseCategories: z
    .array(
      z.strictObject({
        code: abbreviation,
        name: bilingual(200),
        /** The unit whose cases these are; left out, they are of the whole office. */
        unit: abbreviation.optional(),
        powers: z
          .array(
            z.strictObject({
              from: Day,
              /** The levels that the case climbs, from the first above the dealing hand up to the final authority. */
              levels: Ladder,
              /** The one post of the last level that disposes of it; left out, the superior there. */
              final: abbreviation.optional(),
              /** Why the ladder has more levels than four. */
              reason: text(2000).optional(),
            }),
          )
          .min(1)
          .max(100),
      }),
    )
    .max(2000)
    .default([]),
  /** On which days of the week the office rests. Left out, a new office rests on Sundays and second Saturdays. */
  restDays: z.array(RestDay).max(7).optional(),
  /** Holidays, and days on which the office works although it would rest. */
  declaredDays: z.array(DeclaredDay).max(5000).default([]),
  /** Where the office calls a degree of urgency otherwise, or has others set it, than the manual. */
  urgencies: z.array(OfficeUrgency).max(5).default([]),
  /** Texts from which drafts begin; what stands in braces is filled in then. */
  draftTemplates: z
    .array(
      z
        .strictObject({
          code: abbreviation,
          name: bilingual(200),
          /** The unit that writes so; left out, the whole office. */
          unit: abbreviation.optional(),
          form: z.enum(LETTER_FORMS),
          language: z.enum(LETTER_LANGUAGES),
          ...templateText,
          /** To whom such letters go, who gets a copy, and what goes with them in words. */
          addressees: z.array(addressee).min(1).max(MOST_ADDRESSEES.together).optional(),
          copyTo: z.array(addressee).min(1).max(100).optional(),
          enclosures: z.array(text(300)).min(1).max(50).optional(),
          /** Of a template in both languages. */
          english: z.strictObject(templateText).optional(),
          /** How letters that began from it are numbered, over `{serial}`, `{year}`, `{unit}`; left out, as all letters of the office. */
          series: template.optional(),
          inUse: z.boolean().default(true),
        })
        .refine((one) => unknownFieldsOf(one).length === 0, { error: 'unknownMergeField', path: ['body'] })
        .refine(({ form, addressees }) => addressees === undefined || hasAddressees(form), {
          error: 'noAddressees',
          path: ['addressees'],
        })
        .refine(({ language, english }) => english === undefined || language === 'bilingual', {
          error: 'oneLanguage',
          path: ['english'],
        }),
    )
    .max(2000)
    .default([]),
  /** Sentences that are put into notes and letters with a key; those that are there already stay. */
  phrases: z
    .array(
      z
        .strictObject({ unit: abbreviation.optional(), hi: text(500).optional(), en: text(500).optional() })
        .refine(({ hi, en }) => hi !== undefined || en !== undefined, { error: 'phraseNeedsWords' }),
    )
    .max(2000)
    .default([]),
  people: z
    .array(
      z.strictObject({ username, name: bilingual(200), shows: bilingual(300).optional(), email: z.email().optional() }),
    )
    .max(20_000),
  tenures: z
    .array(
      z.strictObject({
        person: username,
        post: abbreviation,
        /** Operators are entered on the page, each under a clerk. */
        kind: z.enum(TENURE_KINDS).exclude(['operator']).default('regular'),
        /** Days in India, both inclusive. */
        from: Day,
        until: Day.optional(),
        /** The order that says so. */
        order: text(200).optional(),
      }),
    )
    .max(50_000),
});
export type OfficeDescription = z.infer<typeof OfficeDescription>;
export type OfficeFileContent = z.input<typeof OfficeDescription>;
