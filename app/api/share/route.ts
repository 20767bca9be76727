/**
 * Where photos come in that another app shares. The service worker takes them before they travel; what
 * arrives here comes from a browser that has lost it, and the form asks for the photos again.
 */
export function POST(): Response {
  return new Response(null, { status: 303, headers: { location: '/resources/new' } });
}
