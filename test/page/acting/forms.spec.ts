import { CreateFile, CreateReceipt, ForwardFile, ForwardReceipt, SignInByLink } from '@patravali/contract';
import { fieldErrors, refusedFields } from '../../../apps/web/src/ui/forms/field-errors';

/** Says the key and its parameters in place of the sentence. */
const said = {
  t: (key: string, params: Readonly<Record<string, string | number>> = {}) => [key, ...Object.values(params)].join(' '),
};
const POST = '01890000-0000-7000-8000-000000000001';
const RECEIPT = {
  documentId: POST,
  subject: 'बैंक सत्यापन',
  senderName: 'अग्रणी बैंक प्रबन्धक',
  receivedOn: '2026-11-24',
  deliveryMode: 'post',
  language: 'hi',
};

describe('A form', () => {
  const errorsOf = (schema: typeof CreateFile | typeof CreateReceipt | typeof ForwardFile, request: unknown) =>
    fieldErrors(schema.safeParse(request).error?.issues ?? [], said);

  it('says nothing of what the contract takes', () => {
    expect(errorsOf(CreateReceipt, RECEIPT)).toEqual({});
  });

  it('says of each field what has to change, with the limits of the contract', () => {
    const unfit = { ...RECEIPT, subject: '', senderName: 'क'.repeat(301), senderEmail: 'nobody', enclosures: -1 };
    expect(errorsOf(CreateReceipt, { ...unfit, letterDate: 'yesterday', grading: 'none' })).toEqual({
      subject: 'form.needed',
      senderName: 'form.tooLong 300',
      senderEmail: 'form.email',
      enclosures: 'form.notLess 0',
      letterDate: 'page.dayUnread',
      grading: 'form.unfit',
    });
    expect(errorsOf(CreateReceipt, { ...RECEIPT, enclosures: 1000 })).toEqual({ enclosures: 'form.notMore 999' });
  });

  it('asks for what is missing', () => {
    expect(errorsOf(ForwardFile, { toPostId: undefined })).toEqual({ toPostId: 'form.needed' });
    expect(errorsOf(CreateFile, { headId: '', subject: 'बैंक' })).toEqual({ headId: 'form.needed' });
  });

  it('names a field within a part by its path', () => {
    const forward = { toPostId: POST, remarks: 'क'.repeat(2001) };
    expect(errorsOf(CreateReceipt, { ...RECEIPT, forward })).toEqual({ 'forward.remarks': 'form.tooLong 2000' });
  });

  it('knows how short a password may be', () => {
    const { error } = SignInByLink.pick({ newPassword: true }).safeParse({ newPassword: 'short' });
    expect(fieldErrors(error?.issues ?? [], said)).toEqual({ newPassword: 'form.tooShort 10' });
  });

  it('marks the fields that the office refused, those of one part alone when asked', () => {
    const problem = {
      type: '/problems/unknown-post',
      code: 'unknown-post',
      title: 'unknown-post',
      status: 422,
      detail: '',
      errors: [
        { pointer: '#/subject', code: 'unknown-post', detail: 'There is no such post.' },
        { pointer: '#/forward/toPostId', code: 'unknown-post', detail: 'There is no such post.' },
      ],
    };
    expect(refusedFields(problem)).toEqual({ subject: true, 'forward.toPostId': true });
    expect(refusedFields(problem, 'forward')).toEqual({ toPostId: true });
    // Where the office has no other sentence, that of the field is shown at it.
    expect(refusedFields({ ...problem, code: 'invalid-input' }, 'forward')).toEqual({
      toPostId: 'There is no such post.',
    });
  });

  it('to forward has an urgency for a file and none for a receipt, which keeps its own', () => {
    expect(Object.keys(ForwardFile.shape)).toContain('urgency');
    expect(Object.keys(ForwardReceipt.shape)).not.toContain('urgency');
  });
});
