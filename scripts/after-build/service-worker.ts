import { join } from 'node:path';
import { build } from 'esbuild';
import { injectManifest } from 'workbox-build';
import { projectDir } from '../../supabase/local/migrate';
import { rootFiles } from './root-files';

/**
 * Makes the service worker of a finished `next build`: bundles lib/platform/pwa/worker and writes into
 * it which files every page needs. Returns how many those are, and their bytes.
 */
export async function makeServiceWorker(dist: string): Promise<{ files: number; bytes: number }> {
  const bundle = join(dist, 'service-worker.bundle.js');
  await build({
    entryPoints: [join(projectDir, 'lib/platform/pwa/worker/index.ts')],
    outfile: bundle,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome111', 'safari16.4', 'firefox111'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  const { count, size, warnings } = await injectManifest({
    swSrc: bundle,
    swDest: join(dist, 'service-worker.js'),
    globDirectory: dist,
    // what every page needs; a page's own pieces are kept when it is visited
    globPatterns: [...rootFiles(dist), 'static/**/*.css', 'static/media/*latin_wght*.woff2'],
    modifyURLPrefix: { 'static/': '/_next/static/' },
    // their names carry a hash already
    dontCacheBustURLsMatching: /^\/_next\/static\//,
  });
  if (warnings.length > 0) throw new Error(warnings.join('\n'));
  return { files: count, bytes: size };
}
