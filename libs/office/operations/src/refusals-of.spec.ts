import { refusalsOf } from './refusals-of';

describe('the codes with which an operation may refuse', () => {
  it('are few for what anybody may read', () => {
    expect([...refusalsOf('getWelcome')].sort()).toEqual([
      'being-changed',
      'database-unavailable',
      'invalid-input',
      'malformed-request',
      'office-busy',
      'office-closing',
      'storage-full',
    ]);
  });

  it('are those of a session for what a person does without a post', () => {
    expect(refusalsOf('getSession')).toContain('not-signed-in');
    expect(refusalsOf('getSession')).not.toContain('not-your-post');
    expect(refusalsOf('endSession')).toEqual(
      expect.arrayContaining(['not-found', 'cross-site-request', 'idempotency-key-reused', 'outcome-unknown']),
    );
  });

  it('follow from the acting post, the version, the limit and the confirmation that an entry asks for', () => {
    expect(refusalsOf('changeNote')).toEqual(
      expect.arrayContaining([
        'acting-post-needed',
        'not-allowed',
        'version-needed',
        'changed-meanwhile',
        'file-moved',
      ]),
    );
    expect(refusalsOf('openFile')).not.toContain('version-needed');
    expect(refusalsOf('changeDraft')).not.toContain('file-moved');
    expect(refusalsOf('signNote')).toEqual(expect.arrayContaining(['confirm-needed', 'too-many-requests']));
  });

  it('follow from the move in the life of a file', () => {
    expect(refusalsOf('forwardFile')).toEqual(
      expect.arrayContaining([
        'file-parked',
        'file-in-call-book',
        'file-attached',
        'illegal-file-move',
        'note-up-for-correction',
      ]),
    );
    expect(refusalsOf('takeUpFile')).toContain('illegal-file-move');
    expect(refusalsOf('takeUpFile')).not.toContain('file-in-call-book');
    expect(refusalsOf('pullUpFile')).toContain('correction-under-way');
    expect(refusalsOf('pullUpFile')).not.toContain('file-parked');
    expect(refusalsOf('returnCorrection')).toContain('no-correction');
    expect(refusalsOf('followFile')).not.toContain('illegal-file-move');
  });

  it('are besides those that the entry names', () => {
    expect(refusalsOf('askRecall')).toContain('not-opened-yet');
    expect(refusalsOf('openFile')).not.toContain('not-opened-yet');
  });
});
