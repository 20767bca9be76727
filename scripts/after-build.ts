// The last step of `npm run build`, for what `next build` has just made.
import { finishBuild } from './after-build/finish';

const { files, bytes } = await finishBuild(process.env.NEXT_DIST_DIR ?? '.next');
console.log(`Service worker: keeps ${files} files (${Math.round(bytes / 1000)} kB) from the start`);
