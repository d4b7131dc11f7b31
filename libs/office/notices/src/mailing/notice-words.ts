import {
  diaryNumberIn,
  type KeptLanguages,
  type Language,
  languagesKept,
  markingIn,
  type Named,
  type Notice,
} from '@patravali/contract';
import { fill } from '@patravali/language';
import { label, messagesOf } from '@patravali/messages';

/** The page of the thing; discussions, letters to sign, keys, and what others ask, have their own. */
const pathOf = ({ kind, thing }: Pick<Notice, 'kind' | 'thing'>): string => {
  if (kind === 'discussion') return '/desk/discussions';
  if (kind === 'to_sign') return '/desk/to-sign';
  if (thing.kind === 'key') return '/signing-keys';
  return kind === 'consultation_asked' ? '/desk/questions' : `/${thing.kind}s/${thing.id}`;
};

/**
 * What a mail says of notices, in the languages of the office: in Hindi, and in English below. Mail is read by others on its way: of what is above normal it
 * says neither number nor subject nor from whom it came, and gives no address of its own.
 */
export function noticeWords(
  notices: readonly Named<Notice>[],
  publicUrl: string,
  { name, kept }: { readonly name: 'notice' | 'digest'; readonly kept: KeptLanguages },
) {
  const languages = languagesKept(kept).map((language) => {
    const words = messagesOf('notices', language);
    const lines = notices.map((notice) => {
      const isNormal = notice.thing.grading === 'normal';
      const { number: diaryNumber, numberHi: diaryNumberHi, subject } = notice.thing;
      const number = diaryNumberIn({ diaryNumber, diaryNumberHi }, language);
      const told = [number, subject, ...cameFrom(notice, language)].filter(Boolean).join(' · ');
      const what = isNormal ? told : words['mail.withheld'];
      const link = `${publicUrl}${isNormal ? pathOf(notice) : '/'}`;
      return `${words[`kind.${notice.kind}`]}: ${oneLine(what)}\n${link}`;
    });
    const values = { count: notices.length };
    return {
      subject: fill(words[`mail.${name}.subject`], values, language),
      text: [...lines, words['mail.foot']].join('\n\n'),
    };
  });
  return {
    subject: languages.map(({ subject }) => subject).join(' / '),
    text: languages.map(({ text }) => text).join('\n\n— — —\n\n'),
  };
}

/** The post that did it, and what it asks. */
const cameFrom = ({ from, action }: Named<Notice>, language: Language): string[] => [
  ...(from ? [markingIn(from, language)] : []),
  ...(action ? [label(language, 'action', action)] : []),
];

/** A line break in a subject of old would let it write lines of its own into the mail. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
