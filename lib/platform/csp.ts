/**
 * The content security policy of one response; see docs/decisions/0005-csp.md for why a nonce and
 * why inline styles are let through.
 */
export function contentSecurityPolicy(nonce: string, backend: string, isDevelopment: boolean) {
  const origin = new URL(backend).origin;
  const socket = origin.replace(/^http/, 'ws');
  const directives = [
    `default-src 'self'`,
    // React evaluates strings only in development, to rebuild server stacks.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' blob: data: ${origin}`,
    `font-src 'self'`,
    `connect-src 'self' ${origin} ${socket}${isDevelopment ? ' ws:' : ''}`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ];
  return directives.join('; ');
}
