import { z } from 'zod';

/** RFC 9457: every refusal and every failure. `detail` is a sentence in the reader's language. */
export const Problem = z
  .object({
    /** `/problems/<code>`; docs/problems.md explains each. */
    type: z.string(),
    code: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    /** What the sentence was made of, for programs. */
    params: z.record(z.string(), z.unknown()).optional(),
    /** Fields that do not fit, as JSON pointers: why, as a code for programs and as a sentence in the reader's language. */
    errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
