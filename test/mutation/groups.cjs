/**
 * What is broken on purpose, and the share of breakages that the tests of a group must notice, in percent. Each part
 * names the tests that hold it: Stryker reads all of them again for every breakage, so a part is small.
 * A value that is made once, when a file is read, asks for every test of its part; `ignoreStatic` leaves those out where
 * tests need a database. The tables of the life cycles and the rules are such values and stay in.
 * Of SQL Stryker only empties whole strings: a condition inside a statement it never turns round.
 */
const area = (name, file, tests = file) => ({
  mutate: [`libs/office/${name}/src/${file}.ts`],
  tests: [`libs/office/${name}/src/${tests}.spec.ts`],
});

const platform = (name, file, tests = file) => ({
  mutate: [`libs/platform/${name}/src/${file}.ts`],
  tests: [`libs/platform/${name}/src/${tests}.spec.ts`],
});

const verifier = (folder) => ({
  mutate: [`libs/verifier/src/${folder}/*.ts`, '!**/*.spec.ts'],
  tests: [`libs/verifier/src/${folder}/*.spec.ts`],
});

exports.groups = {
  rules: {
    atLeast: 90,
    parts: {
      files: area('custody', 'file-custody/file-{abilities,lifecycle}'),
      receipts: area('dak', 'receipt/receipt-{abilities,lifecycle}', 'receipt/receipt-rules'),
      drafts: area('drafts', 'draft/draft-{abilities,lifecycle}', 'draft/draft-rules'),
      issues: {
        mutate: ['libs/office/letters/src/register/issue-abilities.ts'],
        tests: [
          'libs/office/letters/src/register/issue-rules.spec.ts',
          'libs/office/dispatch/src/register/list-issues.db.spec.ts',
        ],
        ignoreStatic: true,
      },
      documents: area('documents', 'document/document-abilities', 'document/document-rules'),
      tenures: area('organisation', 'loading/tenure-mistakes'),
      references: { ...area('notes', 'note/note-references', 'note/note-references.db'), ignoreStatic: true },
      authorization: area('authorization', '{ability,authorize,row-filter}', '{authorize,row-filter}'),
      cursors: platform('database', 'queries/{cursor,days,projection}'),
      keys: { ...platform('database', 'queries/keyed-list', 'queries/keyed-list.db'), ignoreStatic: true },
      words: platform('language', '{dates,fill,numbers}', '*'),
      numbers: platform('numbering', 'number-{period,template}', 'number-template'),
      serials: {
        ...platform('numbering', '{draw-number,draw-serial,number-schemes}', '*.db'),
        ignoreStatic: true,
      },
    },
  },
  // Who signs, and who decides.
  authority: {
    atLeast: 95,
    parts: {
      certificates: {
        mutate: ['libs/platform/signatures/src/trust/{judge-certificate,judge-root,judge-signer,limits-of-issuers}.ts'],
        tests: ['libs/platform/signatures/src/trust/*.spec.ts'],
      },
      'certified-names': area('signing', 'trust/is-same-name'),
      channel: area('organisation', 'channel/chain-of-command'),
      decisions: {
        mutate: [
          'libs/office/notes/src/sheet/{decision-of-file,refuse-reversal}.ts',
          'libs/office/drafts/src/approving/refuse-undecided-letter.ts',
        ],
        tests: ['libs/office/drafts/src/approving/final-authority.db.spec.ts'],
        ignoreStatic: true,
      },
      reports: {
        mutate: ['libs/office/dispatch/src/reports/{answer-report,delivery-report,enter-delivery-report}.ts'],
        tests: ['libs/office/dispatch/src/reports/{delivery-report,enter-delivery-report.db,hostile-reports}.spec.ts'],
        ignoreStatic: true,
      },
    },
  },
  lists: {
    atLeast: 80,
    parts: {
      desk: {
        mutate: [
          'libs/office/desk/src/desk-counts.ts',
          'libs/office/desk/src/boxes/{draft-box,file-boxes,receipt-box}.ts',
          'libs/office/custody/src/desk/on-desk.ts',
          'libs/office/dak/src/receipt/receipt-row.ts',
          'libs/office/drafts/src/draft/draft-row.ts',
          'libs/office/files/src/file/file-row.ts',
          'libs/office/movement/src/sending/sent-files.ts',
        ],
        tests: [
          'libs/office/desk/src/desk.db.spec.ts',
          'libs/office/dak/src/diary/diary-readers.db.spec.ts',
          'libs/office/correspondence/src/detach-letter.db.spec.ts',
        ],
        ignoreStatic: true,
      },
      search: {
        mutate: [
          'libs/office/files/src/finding/find-files.ts',
          'libs/office/custody/src/file-custody/readable-files.ts',
        ],
        tests: [
          'libs/office/files/src/finding/find-files.db.spec.ts',
          'libs/office/custody/src/file-custody/list-of-file.db.spec.ts',
          'libs/office/movement/src/correction/correction.db.spec.ts',
        ],
        ignoreStatic: true,
      },
      suggestions: {
        mutate: ['libs/office/movement/src/suggestions.ts', 'libs/office/custody/src/register/recent-forwards.ts'],
        tests: ['libs/office/movement/src/suggestions.db.spec.ts'],
        ignoreStatic: true,
      },
      diary: {
        ...area('dak', 'diary/list-diary', 'diary/{diary-readers,list-diary}.db'),
        ignoreStatic: true,
      },
      letters: {
        ...area('dispatch', 'register/{issue-row,list-issues}', 'register/list-issues.db'),
        ignoreStatic: true,
      },
      papers: {
        mutate: [
          'libs/office/custody/src/file-custody/list-of-file.ts',
          'libs/office/drafts/src/reading/list-file-drafts.ts',
        ],
        tests: ['libs/office/custody/src/file-custody/list-of-file.db.spec.ts'],
        ignoreStatic: true,
      },
    },
  },
  verifier: {
    atLeast: 95,
    parts: {
      'verified-bytes': {
        mutate: ['libs/verifier/src/primitives/{bytes,cryptography}.ts'],
        tests: ['libs/verifier/src/{primitives/bytes,notes/notes}.spec.ts'],
      },
      'verified-trees': verifier('tree'),
      'verified-notes': verifier('notes'),
      'verified-entries': verifier('entries'),
      'verified-logs': verifier('log'),
      'verified-bundles': {
        mutate: ['libs/verifier/src/bundle/*.ts', '!**/*.spec.ts', '!**/bundle-rows.ts'],
        // What was left out or lost, and what rows say, is asked for as a stranger reads it.
        tests: ['libs/verifier/src/{bundle/*,command/{left-out,losses,lost-keys,rows}}.spec.ts'],
      },
      'verified-rows': {
        mutate: ['libs/verifier/src/{rows/*,bundle/bundle-rows}.ts'],
        tests: ['libs/verifier/src/command/{rows,made-pdfs}.spec.ts'],
      },
      'verify-command': verifier('command'),
    },
  },
};
