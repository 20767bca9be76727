import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** Full key (`bookings.request.submit`) → message. */
export type Catalogue = Map<string, string>;

export function readCatalogue(folder: string): Catalogue {
  const catalogue: Catalogue = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const content: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    flatten(content, file.replace(/\.json$/, ''), catalogue);
  }
  return catalogue;
}

function flatten(node: unknown, path: string, into: Catalogue): void {
  if (typeof node === 'string') into.set(path, node);
  else if (typeof node === 'object' && node !== null && !Array.isArray(node)) {
    for (const [key, value] of Object.entries(node)) flatten(value, `${path}.${key}`, into);
  } else throw new Error(`${path}: neither a text nor a group of texts`);
}

type Shape = {
  /** `max:number`, `status:select(pending|suspended)`, `b:tag`: what code has to pass, in any order. */
  args: Set<string>;
  problems: string[];
};

/** What a message asks for, and what is wrong with it in this language. */
export function shapeOf(message: string, tag: string): Shape {
  const shape: Shape = { args: new Set(), problems: [] };
  let elements: MessageFormatElement[];
  try {
    elements = parse(message, { requiresOtherClause: true });
  } catch (error) {
    shape.problems.push(`is not ICU: ${error instanceof Error ? error.message : String(error)}`);
    return shape;
  }
  if (message.trim() === '') shape.problems.push('is empty');
  walk(elements, tag, shape);
  return shape;
}

function walk(elements: MessageFormatElement[], tag: string, shape: Shape): void {
  for (const element of elements) {
    switch (element.type) {
      case TYPE.argument:
        shape.args.add(`${element.value}:any`);
        break;
      case TYPE.number:
      case TYPE.date:
      case TYPE.time:
        shape.args.add(`${element.value}:${TYPE[element.type]}`);
        break;
      case TYPE.tag:
        shape.args.add(`${element.value}:tag`);
        walk(element.children, tag, shape);
        break;
      case TYPE.select: {
        const choices = Object.keys(element.options).sort();
        shape.args.add(`${element.value}:select(${choices.join('|')})`);
        for (const option of Object.values(element.options)) walk(option.value, tag, shape);
        break;
      }
      case TYPE.plural: {
        shape.args.add(`${element.value}:${element.pluralType ?? 'cardinal'}`);
        const rules = new Intl.PluralRules(tag, { type: element.pluralType ?? 'cardinal' });
        const missing = rules
          .resolvedOptions()
          .pluralCategories.filter((category) => !(category in element.options));
        if (missing.length > 0) {
          shape.problems.push(`{${element.value}, plural} lacks ${missing.join(', ')}`);
        }
        for (const option of Object.values(element.options)) walk(option.value, tag, shape);
        break;
      }
      case TYPE.literal:
      case TYPE.pound:
        break;
    }
  }
}

/** Everything in which `other` differs from the source language. */
export function compare(source: Catalogue, other: Catalogue, sourceTag: string, tag: string) {
  const problems: string[] = [];
  for (const key of source.keys()) if (!other.has(key)) problems.push(`${key}: is missing`);
  for (const [key, message] of other) {
    const { args, problems: own } = shapeOf(message, tag);
    problems.push(...own.map((problem) => `${key}: ${problem}`));
    const original = source.get(key);
    if (original === undefined) {
      problems.push(`${key}: is not in the source language`);
      continue;
    }
    const expected = shapeOf(original, sourceTag).args;
    for (const arg of expected) if (!args.has(arg)) problems.push(`${key}: does not use ${arg}`);
    for (const arg of args) if (!expected.has(arg)) problems.push(`${key}: uses unknown ${arg}`);
  }
  return problems;
}
