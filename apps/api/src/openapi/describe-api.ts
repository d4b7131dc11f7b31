import { type OperationId, OPERATIONS, Problem } from '@patravali/contract';
import { createDocument, type ZodOpenApiPathItemObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { CookieRules } from '../session/session-cookie';
import { describeOperation } from './describe-operation';
import { HEADERS } from './headers';
import { securitySchemes } from './security';
import { TAGS } from './tags';

const DESCRIPTION = `Files, notes and letters move between the desks of a government office, without paper.

Sign in with \`signIn\`, and send with each request the session that it gives and the post from which you act (\`X-Acting-Post\`).
Each refusal is \`application/problem+json\` (RFC 9457). Its \`code\` never changes, and docs/problems.md explains each; its \`detail\` is
a sentence in Hindi or English, as \`Accept-Language\` asks. A refusal changes nothing.`;

export type ApiDescription = ReturnType<typeof createDocument>;

/** The description of the API, OpenAPI 3.1, of the contract alone: every operation under the name and in the order it has there. */
export function describeApi(cookie: Pick<CookieRules, 'secure'>): ApiDescription {
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Patravali',
      version: '1',
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'The office that answers with this description' }],
    tags: TAGS.map(({ name, description }) => ({ name, description })),
    paths: paths(),
    components: { schemas: { Problem }, parameters: HEADERS, securitySchemes: securitySchemes(cookie) },
  });
}

function paths(): ZodOpenApiPathsObject {
  const described: Record<string, ZodOpenApiPathItemObject> = {};
  for (const id of Object.keys(OPERATIONS) as OperationId[]) {
    const { method, path } = OPERATIONS[id];
    const route = `/api/v1${path.replace(/:(\w+)/g, '{$1}')}`;
    described[route] = { ...described[route], [method.toLowerCase()]: describeOperation(id) };
  }
  return described;
}
