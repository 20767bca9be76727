import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkbox, listOf, ruleOf } from './form-schema';
import { formInput, typedValues } from './forms';

function form(...entries: [string, string | Blob][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe('what a form sends', () => {
  test('an empty field counts as not given, yet is remembered as typed', () => {
    const data = form(['purpose', ''], ['quantity', '2'], ['$ACTION_KEY', 'x']);
    expect(formInput(data)).toEqual({ quantity: '2' });
    expect(typedValues(data)).toEqual({ purpose: '', quantity: '2' });
  });

  test('a name that occurs twice is a list; files are parsed but not remembered', () => {
    const photo = new File(['x'], 'a.jpg');
    const data = form(
      ['kind', 'room'],
      ['kind', 'vehicle'],
      ['photo', photo],
      ['more', new File([], '')],
    );
    expect(typedValues(data)).toEqual({ kind: ['room', 'vehicle'] });
    expect(Object.keys(formInput(data))).toEqual(['kind', 'photo']);
  });

  test('lists and checkboxes are there even when nothing was ticked', () => {
    const schema = z.object({ kinds: listOf(z.string()), agreed: checkbox });
    expect(schema.parse({})).toEqual({ kinds: [], agreed: false });
    expect(schema.parse({ kinds: 'room', agreed: 'on' })).toEqual({
      kinds: ['room'],
      agreed: true,
    });
  });
});

describe('which sentence says what is wrong', () => {
  const rule = (schema: z.ZodType, input: unknown) => {
    const issue = schema.safeParse(input, { reportInput: true }).error?.issues[0];
    return issue ? ruleOf(issue) : undefined;
  };

  test.each([
    [z.string(), undefined, 'required'],
    [z.string().min(1), '', 'required'],
    [z.string().min(3), 'a', 'too_short'],
    [z.string().max(3), 'abcd', 'too_long'],
    [z.coerce.number().min(1), '0', 'too_small'],
    [z.coerce.number().max(9), '10', 'too_big'],
    [z.coerce.number(), 'zwei', 'invalid'],
    [z.email(), 'a@', 'email'],
    [z.enum(['a']), 'b', 'choice'],
    [z.enum(['a']), undefined, 'choice'],
    [z.uuid(), 'x', 'invalid'],
    [z.string().refine(() => false, { params: { reason: 'past' } }), 'x', 'past'],
  ])('%#', (schema, input, expected) => {
    expect(rule(schema, input)?.rule).toBe(expected);
  });
});
