/** Who may import whom; docs/architecture.md draws it. */
const AREAS = 'people|files|correspondence|drafts|dispatch|documents|records';
const FOUNDATIONS = 'errors|contract|messages|config|authorization|database|ledger|storage|typesetting|numbering';
module.exports = {
  forbidden: [
    { name: 'libs-never-import-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'rooms-meet-at-index',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/([^/]+)/src/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^libs/$2/'] },
    },
    {
      name: 'foundations-know-no-area',
      severity: 'error',
      from: { path: `^libs/(${FOUNDATIONS})/`, pathNot: '\\.spec\\.ts$' },
      to: { path: `^libs/(${AREAS}|schema)/` },
    },
    {
      name: 'areas-know-no-schema',
      severity: 'error',
      from: { path: `^libs/(${AREAS})/`, pathNot: ['\\.spec\\.ts$', '^libs/[^/]+/test/'] },
      to: { path: '^libs/schema/' },
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
      from: { path: '^libs/contract/' },
      to: { pathNot: '^(libs/contract|node_modules/zod)', path: '.' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules)/' },
    tsPreCompilationDeps: true,
  },
};
