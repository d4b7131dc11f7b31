/** The sentences of the topics that the parts of the page which are here have named: laid in by the page's build. */
declare module 'virtual:words' {
  type Sentences = Readonly<Record<string, string>>;
  type MessageTopic = import('./message-topics').MessageTopic;

  export const WORDS: Readonly<
    Record<MessageTopic, Readonly<Record<import('@patravali/contract').Language, Sentences>>>
  >;
}
