import { refusalOfNode } from './refuse-old-node';

describe('a Node on which the office cannot run', () => {
  it.each(['v18.20.4', 'v20.20.2', 'v22.23.0', 'v23.11.1'])(
    'is refused in a sentence that says what to do: %s',
    (version) => {
      expect(refusalOfNode(version, { LANG: 'en_IN.UTF-8' })).toBe(
        `Patravali needs Node 24 or later; this is ${version}. Start it with npm start, which brings the right Node along, or write node_modules/.bin/node in place of node.`,
      );
      expect(refusalOfNode(version, { PATRAVALI_LANG: 'hi' })).toMatch(/^पत्रावली को Node 24 .* npm start /);
    },
  );

  it.each(['v24.0.0', 'v24.21.0', 'v26.1.0', 'v100.0.0'])('is another one than %s', (version) => {
    expect(refusalOfNode(version, {})).toBeUndefined();
  });
});
