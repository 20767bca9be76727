import type { MetadataRoute } from 'next';
import { SHARED_FIELD, SHARE_PATH } from '@/lib/platform/pwa/protocol';
import common from '@/messages/de/common.json';

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: `${common.app.name} · ${common.app.claim}`,
    short_name: common.app.name,
    description: common.app.description,
    start_url: '/',
    display: 'standalone',
    background_color: '#faf5ea',
    theme_color: '#faf5ea',
    // a long press on the icon; proxy.ts adds the language of the device's person
    shortcuts: [
      { name: common.nav.find, url: '/' },
      { name: common.nav.bookings, url: '/bookings' },
      { name: common.nav.inbox, url: '/inbox' },
    ],
    // photos that another app shares become a new listing; the service worker takes them
    share_target: {
      action: SHARE_PATH,
      method: 'post',
      enctype: 'multipart/form-data',
      params: { files: [{ name: SHARED_FIELD, accept: ['image/*'] }] },
    },
    icons: [
      { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      {
        src: '/icons/icon-maskable-512.png',
        sizes: '512x512',
        type: 'image/png',
        purpose: 'maskable',
      },
    ],
  };
}
