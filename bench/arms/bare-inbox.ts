import { createHash } from 'node:crypto';
import { FileBoxes } from '@patravali/desk';
import fastify from 'fastify';
import { Pool, types } from 'pg';
import { id } from '../office/people';

/**
 * The least that a server can do for an inbox: asks PostgreSQL and answers. No session, no rights, no checks, no headers.
 * `node bench/run.cjs arms/bare-inbox.ts <port> <database> first|own`
 */
const [port = '', databaseUrl = '', statement = ''] = process.argv.slice(3);
const pool = new Pool({ connectionString: databaseUrl, max: 16 });
const ORGANISATION = id('0', 1);
const LIMIT = 50;

/** As the office sent it when the inbox was first measured against this arm, but for the table that bears the index now. */
const FIRST = `SELECT jsonb_build_object('id', f.id, 'number', f.number, 'computerNumber', f.computer_number, 'subject', f.subject, 'state', c.state, 'grading', c.grading, 'urgency', c.urgency, 'holder', post_ref(c.holder_post_id), 'from', post_ref(c.sender_post_id), 'action', c.action, 'decision', c.decision, 'returned', c.returned, 'dueOn', c.due_on, 'since', to_char((c.since) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'unread', c.opened_at IS NULL AND c.state = 'on_desk', 'version', c.version) AS item, c.since::text AS key, c.file_id AS id FROM desk_entry e JOIN file_custody c ON c.file_id = e.id JOIN office_file f ON f.id = e.id
     WHERE e.organisation_id = $1 AND e.post_id = $2 AND e.place = 'desk' AND e.kind = 'file'
     ORDER BY e.since DESC, e.id DESC LIMIT $3`;

async function first(post: string): Promise<object> {
  const { rows } = await pool.query<{ item: object }>(FIRST, [ORGANISATION, post, LIMIT + 1]);
  return { items: rows.slice(0, LIMIT).map(({ item }) => item) };
}

/** The office's own statements, prepared. */
const prepared = {
  query: async (text: string, values: unknown[] = []) => {
    const name = createHash('sha1').update(text).digest('hex');
    return (await pool.query<object>({ name, text, values })).rows;
  },
};
const own = (post: string): Promise<object> =>
  new FileBoxes(prepared as never).inbox({ organisationId: ORGANISATION, postId: post } as never, {
    limit: LIMIT,
    order: 'newest',
  });

types.setTypeParser(types.builtins.TIMESTAMPTZ, (instant) => new Date(instant).toISOString() as never);
const server = fastify();
server.get<{ Querystring: { post: string } }>(
  '/inbox',
  async ({ query }) => await (statement === 'own' ? own : first)(query.post),
);
void server.listen({ port: Number(port), host: '127.0.0.1' }).then(() => console.log('ready'));
