/** The borrower hears when an event or one of its parts changed. */
export const EVENT_EVENTS = ['event_changed', 'booking_changed'] as const;

export function organisationTopic(organisationId: string): string {
  return `organisation:${organisationId}`;
}
