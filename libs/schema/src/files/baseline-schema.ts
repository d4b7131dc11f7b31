import { gunzipSync } from 'node:zlib';
import { baselineFile } from './schema-files';
import { schemaStatements, type SchemaText } from './schema-statements';

/** What the files said when version 0.2.0 became the baseline. */
export const baselineSchema = (): SchemaText => schemaStatements(gunzipSync(baselineFile('schema.sql.gz')).toString());

/** What the catalogue of version 0.2.0 says. */
export const baselineCatalogue = (): string[] =>
  gunzipSync(baselineFile('catalogue.txt.gz')).toString().trimEnd().split('\n');
