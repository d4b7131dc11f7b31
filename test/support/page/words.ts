import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MESSAGES = join(__dirname, '../../../libs/office/messages/src');
const read = (language: 'hi' | 'en', file: string): unknown =>
  JSON.parse(readFileSync(join(MESSAGES, language, file), 'utf8'));

/** What the page's build lays into `virtual:words`: here every topic there is. */
export const WORDS = Object.fromEntries(
  readdirSync(join(MESSAGES, 'en')).map((file) => [
    file.replace('.json', ''),
    { en: read('en', file), hi: read('hi', file) },
  ]),
);
