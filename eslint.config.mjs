import js from '@eslint/js';
import next from 'eslint-config-next/core-web-vitals';
import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';

/*
 * Who may import whom (design.md section 3). A file has one role, known from its path; what is not
 * allowed below is forbidden, and a file without a role is an error.
 */
const roles = [
  ['app-api', 'app/api/**/*'],
  ['app', 'app/**/*'],
  ['ui', 'components/ui/**/*'],
  ['layout', 'components/layout/**/*'],
  ['pictures', 'components/pictures/**/*'],
  ['island', 'components/(*)/**/*.client.tsx'],
  ['component', 'components/(*)/**/*'],
  ['platform', 'lib/platform/**/*'],
  ['model', ['lib/(*)/model.ts', 'lib/(*)/model/*.ts']],
  ['schema', ['lib/(*)/schema.ts', 'lib/(*)/schema/*.ts']],
  ['channel', 'lib/(*)/channel.ts'],
  ['queries', ['lib/(*)/queries.ts', 'lib/(*)/queries/*.ts']],
  ['commands', ['lib/(*)/commands.ts', 'lib/(*)/commands/*.ts']],
  ['actions', ['lib/(*)/actions.ts', 'lib/(*)/actions/*.ts']],
  ['test', 'lib/**/*.test.{ts,tsx}'],
  ['messages', 'messages/**/*'],
  ['entry', ['proxy.ts', 'instrumentation.ts']],
  ['tooling', ['*.config.{ts,mjs}', 'scripts/**/*', 'supabase/**/*', 'bench/**/*', 'e2e/**/*']],
];

/** Own feature: the folder name that both patterns capture. */
const own = (categories) => ({
  to: { file: { categories, captured: { feature: '{{ from.file.captured.feature }}' } } },
});
const may = (from, categories, ownCategories) => ({
  from: { file: { categories: from } },
  allow: [{ to: { file: { categories } } }, ...(ownCategories ? [own(ownCategories)] : [])],
});

const importTable = [
  may('app', [
    'app',
    'ui',
    'layout',
    'pictures',
    'component',
    'island',
    'model',
    'schema',
    'channel',
    'queries',
    'actions',
    'platform',
    'messages',
  ]),
  // actions: what the offline queue sends are the same forms, through the same actions
  may('app-api', ['app-api', 'model', 'schema', 'queries', 'commands', 'actions', 'platform']),
  may('ui', ['ui', 'platform']),
  may('layout', ['layout', 'ui', 'pictures', 'platform']),
  may('pictures', ['pictures', 'ui', 'platform']),
  may(
    'component',
    ['ui', 'layout', 'pictures', 'model', 'schema', 'channel', 'platform'],
    ['component', 'island', 'actions'],
  ),
  may(
    'island',
    ['ui', 'pictures', 'model', 'schema', 'channel', 'platform'],
    ['component', 'island', 'actions'],
  ),
  may('model', ['model', 'platform']),
  may('schema', ['model', 'schema', 'platform']),
  may('channel', ['model', 'platform']),
  may('queries', ['model', 'schema', 'platform'], ['queries']),
  may('commands', ['model', 'schema', 'platform'], ['queries', 'commands']),
  may('actions', ['model', 'schema', 'platform', 'pictures'], ['commands', 'actions']),
  may('platform', ['platform', 'messages']),
  may('entry', ['platform']),
  may('test', ['model', 'schema', 'queries', 'commands', 'platform', 'messages'], ['test']),
  may('tooling', ['tooling', 'platform', 'model', 'schema', 'messages']),
];

/* Left and right are wrong for half of the readers: start and end. */
const physical = String.raw`(?:^|[\s:!])-?(?:(?:scroll-)?[mp][lr]|left|right)-[\w\[(]|(?:^|[\s:!])(?:border|rounded)-(?:l|r|tl|tr|bl|br)(?:-|\s|$)|(?:^|[\s:!])(?:text|float|clear)-(?:left|right)(?:\s|$)`;
const physicalMessage =
  'Use logical classes (ms-, pe-, start-, text-end, rounded-s-…): half of our languages may read from the right.';

const noEnv = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'The environment is read in lib/platform/env.ts.',
};
const noClock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Ask lib/platform/clock.ts for the time.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Ask lib/platform/clock.ts for the time.',
  },
];
const noPhysical = [`Literal[value=/${physical}/]`, `TemplateElement[value.raw=/${physical}/]`].map(
  (selector) => ({ selector, message: physicalMessage }),
);

const tooling = [
  'scripts/**',
  'supabase/**',
  'e2e/**',
  'bench/**',
  '*.config.{ts,mjs}',
  '**/*.test.{ts,tsx}',
];

export default tseslint.config(
  {
    ignores: [
      '.next*/**',
      '.local/**',
      'node_modules/**',
      'next-env.d.ts',
      '**/*.gen.ts',
      'public/**',
    ],
  },
  js.configs.recommended,
  ...next,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // A server action and an event handler may be async.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      // It would ask for `!`, which no-non-null-assertion refuses.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    rules: {
      'no-restricted-syntax': ['error', noEnv, ...noClock, ...noPhysical],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      // Pictures are drawn vectors or photos already resized at upload; next/image would add script.
      '@next/next/no-img-element': 'off',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: ['**/*.d.ts'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: { project: './tsconfig.json' } },
      'boundaries/files': roles.map(([category, pattern]) => ({
        category,
        pattern,
        capture: ['feature'],
        exclusive: true,
      })),
      'boundaries/files-single-match': true,
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': ['error', { default: 'disallow', policies: importTable }],
    },
  },
  {
    files: ['lib/platform/env.ts', 'lib/platform/log.ts', 'instrumentation.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noClock], 'no-console': 'off' },
  },
  {
    files: ['lib/platform/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', noEnv] },
  },
  {
    files: tooling,
    rules: {
      'no-restricted-syntax': 'off',
      'no-console': 'off',
      'max-lines': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  {
    // Tests read raw rows, hand methods around and stub promises: what they assert is what checks them.
    files: ['**/*.test.{ts,tsx}', 'supabase/tests/**/*.ts', 'e2e/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      'react-hooks/rules-of-hooks': 'off',
    },
  },
  {
    // Only an interface can add to the one that next-intl declares.
    files: ['lib/platform/i18n/messages.ts'],
    rules: { '@typescript-eslint/consistent-type-definitions': 'off' },
  },
  {
    // An error page says to the console what it shows to nobody.
    files: ['**/fault.client.tsx', '**/global-error.tsx'],
    rules: { 'no-console': 'off' },
  },
);
