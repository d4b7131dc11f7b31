import { forgetNotices, shownNotices, showRefusal, showSuccess } from '../../../apps/web/src/ui/notices/announcements';

const shown = () => shownNotices().map(({ text }) => text);

describe('what the page has to say', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    forgetNotices();
  });
  afterEach(() => jest.useRealTimers());

  it('keeps a refusal when something else succeeds, and forgets one that is over then', () => {
    showRefusal('The file is with another desk.');
    showRefusal('Correct the marked entries.', true);
    showSuccess('Draft added to the file.');
    expect(shown()).toEqual(['The file is with another desk.', 'Draft added to the file.']);
  });

  it('lets a success go by itself, and a refusal stay', () => {
    showRefusal('The file is with another desk.');
    showSuccess('Draft added to the file.');
    jest.runAllTimers();
    expect(shown()).toEqual(['The file is with another desk.']);
  });
});
