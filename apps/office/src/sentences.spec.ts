import messages from './messages.json';

describe('the sentences of the launcher', () => {
  it('stand in both languages with the same parameters', () => {
    const parametersOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
    const shape = (sentences: Record<string, string>) =>
      Object.fromEntries(Object.entries(sentences).map(([code, text]) => [code, parametersOf(text)]));
    expect(shape(messages.hi)).toEqual(shape(messages.en));
  });
});
