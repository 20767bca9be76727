// The last step of `npm run build`: the service worker for what `next build` has just made.
import { makeServiceWorker } from './service-worker/make';

const { files, bytes } = await makeServiceWorker(process.env.NEXT_DIST_DIR ?? '.next');
console.log(`Service worker: keeps ${files} files (${Math.round(bytes / 1000)} kB) from the start`);
