import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../supabase/local/migrate';

type Person = {
  email: string;
  name: string;
  role: string;
  organisation: string | null;
};

/** The demo people, a line for each role: who to sign in as to see what. */
export function peopleLines(): string[] {
  const file = join(projectDir, 'supabase', 'seed', 'people.json');
  if (!existsSync(file)) return [];
  const people = JSON.parse(readFileSync(file, 'utf8')) as Person[];
  const roles = [...new Set(people.map((person) => person.role))];
  return roles.map((role) => {
    const names = people
      .filter((person) => person.role === role)
      .map((person) => `${person.name} <${person.email}>`);
    return `    ${role.padEnd(9)} ${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''}`;
  });
}
