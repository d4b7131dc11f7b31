/** The sentences of the topics that the parts of the page which are here have named: laid in by the page's build. */
declare module 'virtual:words' {
  type Sentences = Readonly<Record<string, string>>;
  type Topic = import('./topics').Topic;

  export const WORDS: Readonly<Record<Topic, Readonly<Record<import('@patravali/contract').Language, Sentences>>>>;
}
