import { z } from 'zod';
import { Day, oneLine, storable } from '../schemas/page';

/** Marks that a piece of text may carry; none of them changes what it says. */
export const TEXT_MARKS = ['bold', 'italic', 'underline'] as const;
export type TextMark = (typeof TEXT_MARKS)[number];

/** Of one piece of text, in UTF-16 units. */
export const LONGEST_PIECE = 20_000;

const Text = z.strictObject({
  type: z.literal('text'),
  text: storable().min(1).max(LONGEST_PIECE),
  marks: z.array(z.enum(TEXT_MARKS)).max(3).optional(),
});

/** Of what a reference is printed as: an Act with its section is long. */
const LONGEST_LABEL = 300;

/**
 * What a reference points at. The addresses are permanent: C/1 stays C/1 whatever happens to the file. What
 * lies elsewhere is named by the label, and shown to those alone who may read it.
 */
const ReferenceTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('correspondence'), page: z.int().positive() }),
  z.strictObject({ kind: z.literal('note'), note: z.int().positive(), paragraph: z.int().positive().optional() }),
  z.strictObject({ kind: z.literal('draft'), draftId: z.uuid() }),
  z.strictObject({ kind: z.literal('file'), fileId: z.uuid() }),
  /** An Act, rules or a manual, and the place in it. */
  z.strictObject({ kind: z.literal('act'), title: oneLine(200), section: oneLine(60).optional() }),
  /** A letter that went out before: one of this office by its id, any other by its number and day alone. */
  z.strictObject({
    kind: z.literal('order'),
    number: oneLine(100),
    date: Day.optional(),
    issueId: z.uuid().optional(),
  }),
]);
export type ReferenceTarget = z.infer<typeof ReferenceTarget>;
/** What lies on the file of the note. */
export type PlaceOnFile = Extract<ReferenceTarget, { kind: 'correspondence' | 'note' | 'draft' }>;

export const Reference = z.strictObject({
  type: z.literal('reference'),
  to: ReferenceTarget,
  /** As it is printed: `C/1`, `N/1¶2`, `DFA`, or whatever the author calls what lies elsewhere. */
  label: oneLine(LONGEST_LABEL),
});
export type Reference = z.infer<typeof Reference>;

const Inline = z.discriminatedUnion('type', [Text, Reference]).meta({ id: 'Inline' });
export type Inline = z.infer<typeof Inline>;

/** Words without a number of their own: an item, a cell, a paragraph of a quotation. A line may break within them. */
export const Words = z.strictObject({ children: z.array(Inline).max(500) }).meta({ id: 'Words' });
export type Words = z.infer<typeof Words>;

/** As an office writes them: 1. 2., (क) (ख), (a) (b), (i) (ii), and without any order. */
export const LIST_STYLES = ['decimal', 'letters-hi', 'letters-en', 'roman', 'bullets'] as const;
export type ListStyle = (typeof LIST_STYLES)[number];

const MOST_ITEMS = 200;
export const MOST_BLOCKS = 400;
export const MOST_ROWS = 200;
export const MOST_COLUMNS = 12;

export const COLUMN_SIDES = ['left', 'right'] as const;
export type ColumnSide = (typeof COLUMN_SIDES)[number];

const listOf = <Item extends z.ZodType>(item: Item) => ({
  style: z.enum(LIST_STYLES),
  items: z.array(item).min(1).max(MOST_ITEMS),
});

/** A list within an item; it holds no further one. */
const NestedList = z.strictObject(listOf(Words)).meta({ id: 'NestedList' });
export type NestedList = z.infer<typeof NestedList>;

const ListItem = Words.extend({ list: NestedList.optional() }).meta({ id: 'ListItem' });
export type ListItem = z.infer<typeof ListItem>;

const Row = z.strictObject({ cells: z.array(Words).min(1).max(MOST_COLUMNS) });

const Paragraph = z.strictObject({
  type: z.literal('paragraph'),
  /** The author decides; what is numbered enters the series of the sheet when the note freezes. */
  numbered: z.literal(false).optional(),
  children: z.array(Inline).max(500),
});
const List = z.strictObject({ type: z.literal('list'), ...listOf(ListItem) });
const Quotation = z.strictObject({
  type: z.literal('quotation'),
  paragraphs: z.array(Words).min(1).max(MOST_BLOCKS),
});
const Table = z.strictObject({
  type: z.literal('table'),
  /** Whether its first row says what the columns are; it is repeated on each page. */
  header: z.literal(true).optional(),
  rows: z
    .array(Row)
    .min(1)
    .max(MOST_ROWS)
    .refine((rows) => rows.every(({ cells }) => cells.length === rows[0]?.cells.length), 'uneven-rows'),
  /** At which side the text of each column stands, where its author says so. */
  sides: z.array(z.enum(COLUMN_SIDES).nullable()).min(1).max(MOST_COLUMNS).optional(),
});

const Block = z.discriminatedUnion('type', [Paragraph, List, Quotation, Table]).meta({ id: 'TextBlock' });
export type Block = z.infer<typeof Block>;
export type ParagraphBlock = Extract<Block, { type: 'paragraph' }>;
export type ListBlock = Extract<Block, { type: 'list' }>;
export type QuotationBlock = Extract<Block, { type: 'quotation' }>;
export type TableBlock = Extract<Block, { type: 'table' }>;

/** As the first notes were frozen: numbered paragraphs and nothing else. It is read for ever and no longer written. */
const FirstForm = z.strictObject({ version: z.literal(1), paragraphs: z.array(Words).max(MOST_BLOCKS) });

const SecondForm = z.strictObject({ version: z.literal(2), blocks: z.array(Block).max(MOST_BLOCKS) });
/** What is written today. */
export type CanonicalText = z.infer<typeof SecondForm>;

/**
 * The stored form of a note and of a letter's body: versioned and structured, never HTML, because a frozen note can
 * never be migrated. Read it through `blocksOf` and the helpers beside it, which know both versions.
 */
export const StructuredText = z.discriminatedUnion('version', [FirstForm, SecondForm]).meta({ id: 'StructuredText' });
export type StructuredText = z.infer<typeof StructuredText>;

export const EMPTY_TEXT: CanonicalText = { version: 2, blocks: [] };
