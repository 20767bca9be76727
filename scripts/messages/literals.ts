import ts from 'typescript';

/** Words that people would read, standing in the code instead of in messages/. */

const SHOWN =
  /^(?:title|alt|label|placeholder|hint|legend|text|lead|caption|aria-label|aria-description|aria-roledescription|closeLabel|confirm|optional|busy|fewer|more)$/;

/** Two letters in a row, outside of entities: “·” and “m²” are no words. */
const WORD = /\p{L}{2,}/u;

export type Finding = { line: number; text: string };

export function visibleLiterals(source: ts.SourceFile): Finding[] {
  const findings: Finding[] = [];
  const add = (node: ts.Node, text: string) => {
    const words = text.trim();
    // The beginning of an address is the same in every language.
    if (!WORD.test(words.replace(/https?:\/\/\S*/g, ''))) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    findings.push({ line: line + 1, text: words.slice(0, 60) });
  };

  function visit(node: ts.Node): void {
    if (ts.isJsxText(node)) add(node, node.text);
    else if (ts.isJsxAttribute(node) && SHOWN.test(node.name.getText())) addText(node.initializer);
    else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) addText(node.expression);
    if (isInlineStyle(node)) return;
    node.forEachChild(visit);
  }

  function addText(node: ts.Node | undefined): void {
    if (!node) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) add(node, node.text);
    else if (ts.isTemplateExpression(node))
      add(
        node,
        [node.head, ...node.templateSpans.map((s) => s.literal)].map((p) => p.text).join(' '),
      );
    else if (ts.isConditionalExpression(node)) {
      addText(node.whenTrue);
      addText(node.whenFalse);
    } else if (ts.isBinaryExpression(node)) addText(node.right);
    else if (ts.isJsxExpression(node)) addText(node.expression);
  }

  visit(source);
  return findings;
}

function isInlineStyle(node: ts.Node): boolean {
  return (
    ts.isJsxElement(node) && /^(?:style|code|script)$/.test(node.openingElement.tagName.getText())
  );
}
