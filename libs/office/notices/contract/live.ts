import { operation } from '@patravali/contract-base';
import { z } from 'zod';

/** What a listener is told: that answers of these may have changed, and nothing of what is in them. */
export const Hint = z
  .object({
    /** Nobody knows what was missed: anything may have changed. */
    all: z.boolean(),
    /** Of the posts that the listener holds, those on whose desk something came, went or changed. */
    desks: z.array(z.uuid()),
    /** Files and receipts that one of these posts may read. */
    files: z.array(z.uuid()),
    receipts: z.array(z.uuid()),
    /** The listener has a new notice. */
    notices: z.boolean(),
  })
  .meta({ id: 'Hint' });
export type Hint = z.infer<typeof Hint>;

export const ListenQuery = z.strictObject({
  /** The id of the last event that was heard, where the header `Last-Event-ID` cannot be sent. */
  after: z.string().max(1_000).optional(),
});

export const liveOperations = {
  listen: operation('GET', '/live', {
    summary: 'Listen for hints that something has changed',
    description:
      'Server-sent events called `hint`, of the person and every post that they hold: each is JSON that names the desks, files and receipts that may have changed. They are not of one post, because a browser sends no header with the request.',
    query: ListenQuery,
    media: 'text/event-stream',
    access: 'without-post',
    unattended: true,
  }),
};
