/** Members of an organisation hear when a booking changed that it lends or borrows. */
export const BOOKING_EVENTS = ['booking_changed'] as const;

export function organisationTopic(organisationId: string): string {
  return `organisation:${organisationId}`;
}
