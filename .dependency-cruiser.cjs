/** Who may import whom; docs/architecture.md draws it. */

/** The areas of the office from the lowest to the highest: each may import those before it, never one after it. */
const AREAS = [
  'organisation',
  'identity',
  'signing',
  'custody',
  'notes',
  'movement',
  'files',
  'documents',
  'consultations',
  'dak',
  'correspondence',
  'letters',
  'dispatch',
  'drafts',
  'desk',
  'establishment',
  'records',
  'evidence',
  'notices',
  'finding',
  'audit',
  'upkeep',
];
/**
 * The libraries of the platform from the lowest: each imports those of lower rows, never one beside it or above. The store
 * stands beside the ledger as well as beside the database.
 */
const PLATFORM = [
  ['contract-base', 'devanagari', 'outgoing', 'spreadsheet'],
  ['errors', 'language'],
  ['child-process', 'config'],
  ['database', 'storage', 'typesetting'],
  ['ledger', 'numbering', 'search', 'storage'],
];
/** The contract, its files beside the areas included, and what of it knows no office. */
const CONTRACT = '^libs/(platform/contract-base|office/contract|office/[^/]+/contract)/';
const above = (area) => AREAS.slice(AREAS.indexOf(area) + 1).join('|');
/**
 * The folders of the page from the lowest to the highest: what all areas share, the areas, the frame that puts them
 * together. A page shows more areas at once than a command touches, so `file-page` and `desk` stand near the top.
 */
const PAGE_FOLDERS = [
  'parts',
  'api',
  'language',
  'ui',
  'help',
  'typing',
  'organisation',
  'identity',
  'verify',
  'custody',
  'readings',
  'documents',
  'signing',
  'certificates',
  'absence',
  'establishment',
  'numbers',
  'calendar',
  'urgencies',
  'upkeep',
  'evidence',
  'notices',
  'notes',
  'movement',
  'correspondence',
  'dispatch',
  'records',
  'dak',
  'drafts',
  'consultations',
  'files',
  'bulk',
  'file-page',
  'desk',
  'audit',
  'search',
  'app',
];
const higherOnThePage = (folder) => PAGE_FOLDERS.slice(PAGE_FOLDERS.indexOf(folder) + 1).join('|');
module.exports = {
  forbidden: [
    { name: 'libs-never-import-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'modules-meet-at-their-index',
      severity: 'error',
      from: { path: '^((apps|libs/platform|libs/office|libs)/[^/]+)/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: '^libs/(platform/|office/)?([^/]+)/src/',
        pathNot: ['^libs/(platform/|office/)?[^/]+/src/index\\.ts$', '^$1/'],
      },
    },
    {
      name: 'the-platform-knows-no-office',
      severity: 'error',
      from: { path: '^libs/platform/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/(?!platform/)' },
    },
    ...PLATFORM.map((row, height) => ({
      name: `${row.join('-')}-knows-nothing-above-or-beside-it`,
      severity: 'error',
      from: { path: `^libs/platform/(${row.join('|')})/`, pathNot: ['\\.spec\\.ts$', '^libs/platform/[^/]+/test/'] },
      to: { path: `^libs/platform/(${PLATFORM.slice(height).flat().join('|')})/`, pathNot: '^libs/platform/$1/' },
    })),
    {
      // What the areas share: the whole contract, the words, who acts, how an operation finds its command.
      name: 'what-areas-share-knows-no-area',
      severity: 'error',
      from: { path: '^libs/office/(authorization|contract|messages|operations)/', pathNot: '\\.spec\\.ts$' },
      to: { path: `^libs/office/(${AREAS.join('|')})/src/` },
    },
    ...AREAS.slice(0, -1).map((area) => ({
      name: `${area}-knows-nothing-above-it`,
      severity: 'error',
      from: { path: `^libs/office/${area}/`, pathNot: ['\\.spec\\.ts$'] },
      to: { path: `^libs/office/(${above(area)})/` },
    })),
    ...PAGE_FOLDERS.slice(0, -1).map((folder) => ({
      name: `page-${folder}-knows-nothing-above-it`,
      severity: 'error',
      from: { path: `^apps/web/src/${folder}/` },
      to: { path: `^apps/web/src/(${higherOnThePage(folder)})/` },
    })),
    {
      name: 'every-folder-of-the-page-has-its-place',
      severity: 'error',
      from: { path: `^apps/web/src/(?!(${PAGE_FOLDERS.join('|')})/)` },
      to: { path: '.' },
    },
    {
      name: 'areas-know-no-schema',
      severity: 'error',
      from: { path: '^libs/office/', pathNot: ['\\.spec\\.ts$', '^libs/office/[^/]+/test/'] },
      to: { path: '^libs/(?!platform/|office/)' },
    },
    {
      name: 'libs-know-no-http',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: 'node_modules/(fastify|express|@nestjs/platform-(fastify|express)|@nestjs/swagger)/' },
    },
    {
      name: 'lifecycles-are-pure',
      severity: 'error',
      from: { path: '-lifecycle\\.ts$' },
      to: { path: 'node_modules/(typeorm|@nestjs)/' },
    },
    {
      name: 'the-contract-runs-in-the-browser',
      severity: 'error',
      from: { path: CONTRACT, pathNot: '\\.spec\\.ts$' },
      to: { pathNot: [CONTRACT, '^node_modules/zod/'], path: '.' },
    },
    {
      name: 'the-contract-is-asked-as-one',
      severity: 'error',
      from: { pathNot: [CONTRACT, '\\.spec\\.ts$', '^libs/office/[^/]+/test/'] },
      to: { path: '^libs/office/[^/]+/contract/' },
    },
    {
      name: 'devanagari-runs-in-the-browser',
      severity: 'error',
      from: { path: '^libs/platform/devanagari/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/platform/devanagari', path: '.' },
    },
    {
      // Who checks the ledger shares no code with who writes it.
      name: 'the-verifier-stands-alone',
      severity: 'error',
      from: { path: '^libs/verifier/src/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/verifier/src/', dependencyTypesNot: ['core'] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Packages are not looked into, but not left out either: rules forbid some of them.
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
  },
};
