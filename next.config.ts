import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/platform/i18n/request.ts');

/** What every response says, static files included. The CSP carries a nonce and is set in proxy.ts. */
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Strict-Transport-Security', value: 'max-age=31536000' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value:
      'camera=(self), microphone=(), geolocation=(self), payment=(), usb=(), browsing-topics=()',
  },
];

const nextConfig: NextConfig = {
  // Tests and a running demo build side by side.
  ...(process.env.NEXT_DIST_DIR ? { distDir: process.env.NEXT_DIST_DIR } : {}),
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` type-checks; the demo's start should not wait for it a second time.
  typescript: { ignoreBuildErrors: true },
  // A photo from a phone's camera is resized in the browser; without JavaScript it comes whole.
  experimental: { serverActions: { bodySizeLimit: '12mb' } },
  serverExternalPackages: ['sharp', 'nodemailer', 'ws'],
  headers: () => Promise.resolve([{ source: '/:path*', headers: securityHeaders }]),
};

export default withNextIntl(nextConfig);
