import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describeApi } from './describe-api';

/** `npm run openapi`: writes the description of the API where builds lie, or to the path it is given, as an office behind HTTPS serves it. */
const path = resolve(process.argv[2] ?? 'dist/openapi.json');
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, `${JSON.stringify(describeApi({ secure: true }), null, 2)}\n`);
