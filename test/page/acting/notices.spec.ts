import {
  dismiss,
  forgetNotices,
  shownNotices,
  showRefusal,
  showSuccess,
} from '../../../apps/web/src/ui/notices/announcements';

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

  it('takes a refusal away once its cause is gone, and no other', () => {
    const refused = showRefusal('The first note of a file needs words.');
    showRefusal('The file is with another desk.');
    dismiss(refused);
    expect(shown()).toEqual(['The file is with another desk.']);
  });

  it('lets a success go by itself, and a refusal stay', () => {
    showRefusal('The file is with another desk.');
    showSuccess('Draft added to the file.');
    jest.runAllTimers();
    expect(shown()).toEqual(['The file is with another desk.']);
  });
});
