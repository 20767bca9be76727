/** Members of an organisation hear when a booking, or a place in line, changed that it lends or borrows. */
export const BOOKING_EVENTS = ['booking_changed', 'waiting_changed'] as const;

export function organisationTopic(organisationId: string): string {
  return `organisation:${organisationId}`;
}
