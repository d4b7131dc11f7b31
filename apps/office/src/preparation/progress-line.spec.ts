import { ProgressLine } from './progress-line';

const SECOND = 1000;

function aLine(screen: { readonly isTTY?: boolean; readonly columns?: number }) {
  let now = 0;
  const written: string[] = [];
  const line = new ProgressLine({ ...screen, write: (text) => written.push(text) }, () => now);
  const showAfter = (ms: number, text: string) => {
    now += ms;
    line.show(text);
  };
  return { line, written, showAfter };
}

describe('a line that says how far something has come', () => {
  it('is rewritten in its place on a terminal, not more than twice a second', () => {
    const { line, written, showAfter } = aLine({ isTTY: true, columns: 80 });
    showAfter(0, 'one');
    showAfter(100, 'two');
    showAfter(400, 'three');
    expect(written).toEqual(['\r\x1b[Kone', '\r\x1b[Kthree']);
    line.end();
    line.end();
    expect(written.slice(2)).toEqual(['\n']);
  });

  it('is shown at once again after other lines', () => {
    const { line, written, showAfter } = aLine({ isTTY: true, columns: 80 });
    showAfter(0, 'one');
    line.end();
    showAfter(1, 'two');
    expect(written).toEqual(['\r\x1b[Kone', '\n', '\r\x1b[Ktwo']);
  });

  it('comes as a plain line from time to time where there is no terminal, and not for what is soon done', () => {
    const { line, written, showAfter } = aLine({});
    showAfter(0, 'none');
    showAfter(9 * SECOND, 'none');
    showAfter(SECOND, 'first');
    showAfter(9 * SECOND, 'none');
    showAfter(2 * SECOND, 'second');
    line.end();
    expect(written).toEqual(['first\n', 'second\n']);
  });

  it('is not broken by a terminal that is too narrow for it: there it comes as where there is none', () => {
    const { written, showAfter } = aLine({ isTTY: true, columns: 5 });
    showAfter(0, 'too long');
    showAfter(10 * SECOND, 'too long');
    expect(written).toEqual(['too long\n']);
  });
});
