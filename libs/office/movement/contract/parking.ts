import { Day, Instant, operation, PageQuery, Reason, typed } from '@patravali/contract-base';
import { z } from 'zod';
import { FileChanged, PARKING_EVENTS } from '../../custody/contract/custody';
import { pageOf } from '../../organisation/contract/list';
import { ActorRef } from '../../organisation/contract/organisation';

/** What the history of parkings tells: how a file was set aside, and how it came back. */
export const PARKING_LINE_KINDS = [
  'parked',
  'taken_up',
  'day_came',
  'reply_received',
  'consultation_answered',
  'put_in_call_book',
  'reviewed',
  'taken_out',
] as const;
export type ParkingLineKind = (typeof PARKING_LINE_KINDS)[number];

/** Why a case cannot move for six months or more. */
export const CALL_BOOK_CAUSES = ['court', 'other_reference'] as const;
export type CallBookCause = (typeof CALL_BOOK_CAUSES)[number];

/** A case in the call book is reviewed at least once in so many days: monthly. */
export const LONGEST_UNTIL_REVIEW = 31;

/** Until a day, until something happens, or until whichever comes first. */
export const ParkFile = z
  .strictObject({
    until: Day.nullable().default(null),
    event: z.enum(PARKING_EVENTS).nullable().default(null),
    remarks: typed(2000).optional(),
  })
  .refine(({ until, event }) => until !== null || event !== null, { error: 'parking-needs-end', path: ['until'] })
  .meta({ id: 'ParkFile' });
export type ParkFile = z.infer<typeof ParkFile>;

export const PutInCallBook = z
  .strictObject({ cause: z.enum(CALL_BOOK_CAUSES), reason: Reason, reviewOn: Day })
  .meta({ id: 'PutInCallBook' });
export type PutInCallBook = z.infer<typeof PutInCallBook>;

/** The case was looked at and stays: until the next review. */
export const ReviewCallBook = z
  .strictObject({ reviewOn: Day, remarks: typed(2000).optional() })
  .meta({ id: 'ReviewCallBook' });
export type ReviewCallBook = z.infer<typeof ReviewCallBook>;

export const TakeOutOfCallBook = z.strictObject({ remarks: typed(2000).optional() }).meta({ id: 'TakeOutOfCallBook' });
export type TakeOutOfCallBook = z.infer<typeof TakeOutOfCallBook>;

export const ParkingLine = z
  .object({
    sequence: z.int(),
    kind: z.enum(PARKING_LINE_KINDS),
    by: ActorRef,
    at: Instant,
    /** The day on which it comes back, or on which the case is reviewed next. */
    untilOn: Day.nullable(),
    untilEvent: z.enum(PARKING_EVENTS).nullable(),
    cause: z.enum(CALL_BOOK_CAUSES).nullable(),
    remarks: z.string().nullable(),
  })
  .meta({ id: 'ParkingLine' });
export type ParkingLine = z.infer<typeof ParkingLine>;

export const parkingOperations = {
  parkFile: operation('POST', '/files/:fileId/park', {
    summary: 'Park a file until a day or an event',
    body: ParkFile,
    example: { event: 'reply_received', remarks: 'The Finance Department was asked.' },
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file', 'parkings'],
    move: 'park',
    event: 'file.parked',
    refuses: ['day-too-early', 'day-too-late', 'nobody-consulted'],
  }),
  takeUpFile: operation('POST', '/files/:fileId/take-up', {
    summary: 'Take up a parked file',
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file', 'parkings'],
    move: 'take_up',
    event: 'file.taken_up',
  }),
  putInCallBook: operation('POST', '/files/:fileId/call-book', {
    summary: 'Put a file in the call book',
    body: PutInCallBook,
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file', 'parkings'],
    move: 'put_in_call_book',
    event: 'file.put_in_call_book',
    refuses: ['clock-stopped', 'day-too-early', 'day-too-late'],
  }),
  reviewCallBook: operation('POST', '/files/:fileId/call-book/review', {
    summary: 'Record the monthly review of a file in the call book',
    body: ReviewCallBook,
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file', 'parkings'],
    move: 'review_call_book',
    event: 'file.call_book_reviewed',
    refuses: ['day-too-early', 'day-too-late'],
  }),
  takeOutOfCallBook: operation('POST', '/files/:fileId/call-book/take-out', {
    summary: 'Take a file out of the call book',
    body: TakeOutOfCallBook,
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file', 'parkings'],
    move: 'take_out_of_call_book',
    event: 'file.taken_out_of_call_book',
  }),
  listParkings: operation('GET', '/files/:fileId/parkings', {
    summary: 'List when a file was parked and taken up',
    query: PageQuery,
    answer: pageOf(ParkingLine),
    shows: ['parkings'],
  }),
};
