import { type Language, type Problem, REFUSALS } from '@patravali/contract';
import type { FieldError, Refusal } from '@patravali/errors';
import { translateField, translateRefusal } from '@patravali/messages';
import { STATUS_OF } from './status-of';

/** A refusal as the reader is told of it, in his language. */
export function problemOf(
  { code, params, errors }: Pick<Refusal, 'code' | 'params' | 'errors'>,
  language: Language,
): Problem {
  return {
    type: `/problems/${code}`,
    code,
    title: code,
    status: STATUS_OF[REFUSALS[code]],
    detail: translateRefusal(language, code, params),
    ...(Object.keys(params).length > 0 ? { params } : {}),
    ...(errors.length > 0 ? { errors: errors.map((error) => told(error, params, language)) } : {}),
  };
}

/** A field that is wrong, with the code for programs and the sentence for people. */
function told({ pointer, detail: code, params = {} }: FieldError, ofRefusal: Refusal['params'], language: Language) {
  return { pointer, code, detail: translateField(language, code, { ...ofRefusal, ...params }) };
}
