import { Wrong } from '../primitives/wrong';
import { type Language, readArguments, type Wish } from './arguments';
import { type Fact, outcomeOf, titleOf } from './facts';
import { verifyTarget } from './verify-target';
import { type InBoth, sentence, WORDS } from './words/sentence';

/** What the process ends with. */
const RIGHT = 0;
const WRONG = 1;
const UNVERIFIED = 2;

/** The whole command: reads the arguments, verifies, tells, and answers what the process ends with. */
export async function run(words: readonly string[], tell: (text: string) => void): Promise<number> {
  const wish = await readArguments(words);
  if (!wish) {
    tell(`${WORDS.hi.usage}\n\n${WORDS.en.usage}\n`);
    return UNVERIFIED;
  }
  try {
    const facts = await verifyTarget(wish);
    tellOutcome(wish, { outcome: outcomeOf(facts), title: titleOf(facts, wish.target) }, facts, tell);
    return RIGHT;
  } catch (error) {
    const wrong = error instanceof Wrong ? error : new Wrong('target-unreadable', { path: String(error) });
    const isUnread = wrong.code === 'target-unreadable';
    const outcome = isUnread ? 'unverified' : 'wrong';
    tellOutcome(wish, { outcome, title: sentence(outcome, { target: wish.target }) }, [wrong], tell);
    return isUnread ? UNVERIFIED : WRONG;
  }
}

function tellOutcome(
  { target, languages, asJson }: Wish,
  {
    outcome,
    title,
  }: { readonly outcome: 'right' | 'right-after-loss' | 'wrong' | 'unverified'; readonly title: InBoth },
  found: readonly (Fact | Wrong)[],
  tell: (text: string) => void,
): void {
  const sentences = (language: Language) => found.map(({ code, particulars }) => sentence(code, particulars)[language]);
  if (asJson) {
    const told = found.map(({ code, particulars }, at) => ({
      code,
      ...particulars,
      words: Object.fromEntries(languages.map((language) => [language, sentences(language)[at]])),
    }));
    tell(`${JSON.stringify({ target, outcome, found: told }, null, 2)}\n`);
    return;
  }
  const parts = languages.map((language) => [title[language], ...sentences(language)]);
  tell(`${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`);
}
