import ts from 'typescript';

/**
 * Which message keys a file uses. Generous on purpose: a false “unused” costs more trust than a key
 * that lingers.
 */
export function usedPatterns(source: ts.SourceFile): string[] {
  const namespaces = new Map<string, Set<string>>();
  const literals = new Set<string>();
  const patterns = new Set<string>();

  visit(source, (node) => {
    const namespace = namespaceOf(node);
    if (namespace !== undefined) {
      for (const name of boundNames(node)) {
        namespaces.set(name, (namespaces.get(name) ?? new Set()).add(namespace));
      }
    }
    const text = patternOf(node);
    if (text !== undefined) literals.add(text);
  });

  visit(source, (node) => {
    for (const call of translatorCalls(node, namespaces)) patterns.add(call);
  });

  // A key may be chosen first and translated later: every text of the file counts as a key of every
  // namespace it uses, and, where the translator came in as an argument, of all.
  const prefixes =
    namespaces.size > 0
      ? new Set([...namespaces.values()].flatMap((names) => [...names]))
      : new Set(['*']);
  for (const prefix of prefixes) for (const text of literals) patterns.add(join(prefix, text));
  for (const text of literals) patterns.add(text);
  return [...patterns];
}

export function matcher(patterns: Iterable<string>): (key: string) => boolean {
  const exact = new Set<string>();
  const open: RegExp[] = [];
  for (const pattern of patterns) {
    // A pattern without a fixed part would match everything and prove nothing.
    if (!pattern.includes('*')) exact.add(pattern);
    else if (/\w/.test(pattern)) open.push(toRegExp(pattern));
  }
  return (key) => exact.has(key) || open.some((pattern) => pattern.test(key));
}

function toRegExp(pattern: string): RegExp {
  const parts = pattern
    .split('*')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`);
}

function join(namespace: string, key: string): string {
  return namespace ? `${namespace}.${key}` : key;
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => {
    visit(child, see);
  });
}

const KEY = /^[\w*-]+(?:\.[\w*-]+)*$/;

/** Only what could be a key: words joined by dots. */
function patternOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
    return KEY.test(node.text) ? node.text : undefined;
  }
  if (!ts.isTemplateExpression(node)) return undefined;
  const text = node.head.text + node.templateSpans.map((span) => `*${span.literal.text}`).join('');
  return text.includes('.') && KEY.test(text) ? text : undefined;
}

/** `getTranslations('bookings')`, `useTranslations()`, `getTranslations({ locale, namespace: 'emails' })`. */
function namespaceOf(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  if (!/^(get|use|create)Transl/.test(node.expression.text)) return undefined;
  const [first] = node.arguments;
  if (!first) return '';
  if (ts.isStringLiteral(first)) return first.text;
  if (!ts.isObjectLiteralExpression(first)) return '*';
  const property = first.properties.find(
    (p) => ts.isPropertyAssignment(p) && p.name.getText() === 'namespace',
  );
  if (!property || !ts.isPropertyAssignment(property)) return '';
  return ts.isStringLiteral(property.initializer) ? property.initializer.text : '*';
}

/** The variable a translator ends up in, also through `Promise.all`. */
function boundNames(call: ts.Node): string[] {
  let node = call;
  let index: number | undefined;
  while (!ts.isVariableDeclaration(node.parent)) {
    const { parent } = node;
    if (ts.isArrayLiteralExpression(parent)) {
      index = parent.elements.findIndex((element) => element === node);
    } else if (ts.isStatement(parent) || ts.isSourceFile(parent)) return ['t'];
    node = parent;
  }
  const { name } = node.parent;
  if (ts.isIdentifier(name)) return [name.text];
  if (!ts.isArrayBindingPattern(name) || index === undefined) return [];
  const element = name.elements[index];
  return element && ts.isBindingElement(element) ? [element.name.getText()] : [];
}

/** `t('key')`, `t.rich('key')`, t(`kind.${kind}`); with anything else the whole namespace counts. */
function translatorCalls(node: ts.Node, namespaces: Map<string, Set<string>>): string[] {
  if (!ts.isCallExpression(node)) return [];
  const callee = ts.isPropertyAccessExpression(node.expression)
    ? node.expression.expression
    : node.expression;
  if (!ts.isIdentifier(callee)) return [];
  const [key] = node.arguments;
  if (!key) return [];
  return [...(namespaces.get(callee.text) ?? [])].map((name) => join(name, writtenKey(key)));
}

function writtenKey(key: ts.Expression): string {
  if (ts.isStringLiteral(key)) return key.text;
  if (!ts.isTemplateExpression(key)) return '*';
  return key.head.text + key.templateSpans.map((span) => `*${span.literal.text}`).join('');
}
