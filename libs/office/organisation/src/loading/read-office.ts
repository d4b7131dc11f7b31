import { type KeptLanguages, type Language, onlyLanguage, withOnlyLanguage } from '@patravali/contract';
import { messagesOf } from '@patravali/messages';
import type { z } from 'zod';
import { OfficeDescription } from './office-description';
import { type OfficeMistake, type OfficeMistakeCode, OfficeMistakes } from './office-mistakes';

/**
 * Reads the text of an `office.json`.
 * @throws OfficeMistakes naming everything that does not have the right form.
 */
export function readOffice(text: string): OfficeDescription {
  const parsed = parse(text);
  const language = languageOf(parsed);
  const content = language === null ? parsed : withOnlyLanguage(parsed, language);
  const read = OfficeDescription.safeParse(content);
  if (!read.success) throw new OfficeMistakes(read.error.issues.flatMap((issue) => mistakesOf(issue, content)));
  return read.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new OfficeMistakes([{ path: '', code: 'notJson', params: { found: (error as Error).message } }]);
  }
}

/** The language of an office that keeps one alone, or heads its letters in one. */
function languageOf(content: unknown): Language | null {
  const said = (field: string) => valueAt(content, ['organisation', field]) as KeptLanguages | undefined;
  return onlyLanguage(said('keptLanguages') ?? said('letterheadLanguages'));
}

function mistakesOf(issue: z.core.$ZodIssue, content: unknown): OfficeMistake[] {
  const path = pathOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((found) => ({ path, code: 'unknownField', params: { found } }));
  }
  if (valueAt(content, issue.path) === undefined) return [{ path, code: 'missing' }];
  if (issue.code === 'invalid_value') {
    return [{ path, code: 'wrongChoice', params: { expected: issue.values.map(String).join(', ') } }];
  }
  return [{ path, code: isCode(issue.message) ? issue.message : 'wrongForm' }];
}

/** `posts[3].superior` */
export function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`))
    .join('');
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    content,
  );
}

function isCode(message: string): message is OfficeMistakeCode {
  return message !== 'heading' && Object.hasOwn(messagesOf('office-file', 'en'), message);
}
