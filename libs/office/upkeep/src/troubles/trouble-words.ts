import type { BuildFacts } from '@patravali/config';
import type { Trouble } from '@patravali/contract';
import { fill } from '@patravali/language';
import { messagesOf } from '@patravali/messages';

/** A trouble, and on which machine, where it is of one. */
export interface PlacedTrouble {
  readonly trouble: Trouble;
  readonly place: string;
}

/** What a mail says of troubles that came and went, in Hindi and in English below. It names no person and nothing that is in the office. */
export function troubleWords(
  came: readonly PlacedTrouble[],
  went: readonly PlacedTrouble[],
  { publicUrl, version, commit }: BuildFacts & { readonly publicUrl: string },
): { readonly subject: string; readonly text: string } {
  const languages = (['hi', 'en'] as const).map((language) => {
    const words = messagesOf('troubles', language);
    const line = ({ trouble, place }: PlacedTrouble): string =>
      place === ''
        ? words[`trouble.${trouble}`]
        : fill(words['troubles.onMachine'], { trouble: words[`trouble.${trouble}`], place }, language);
    const part = (heading: string, of: readonly PlacedTrouble[]): string[] =>
      of.length === 0 ? [] : [[heading, ...of.map((each) => `- ${line(each)}`)].join('\n')];
    const foot = fill(words['troubles.mail.foot'], { url: publicUrl, version, commit }, language);
    return {
      subject: fill(words['troubles.mail.subject'], { url: new URL(publicUrl).host }, language),
      text: [...part(words['troubles.mail.came'], came), ...part(words['troubles.mail.went'], went), foot].join('\n\n'),
    };
  });
  return {
    subject: languages.map(({ subject }) => subject).join(' / '),
    text: languages.map(({ text }) => text).join('\n\n— — —\n\n'),
  };
}
