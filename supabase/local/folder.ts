import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `import.meta.dirname` for the oldest Node we support (20.9), which does not have it yet. */
export const folderOf = (moduleUrl: string): string => dirname(fileURLToPath(moduleUrl));
