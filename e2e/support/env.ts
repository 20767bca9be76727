/** An address that scripts/test.ts hands over; journeys need the world it starts. */
export function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the journeys with "npm test -- browser"`);
  return value;
}
