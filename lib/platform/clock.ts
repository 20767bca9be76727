/** The only place that asks the machine for the time, so that rules can be tried at any moment. */
export function now(): Date {
  return new Date();
}
