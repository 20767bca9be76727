import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createClient } from '@supabase/supabase-js';
import type pg from 'pg';
import { projectDir } from '../../supabase/local/migrate';
import { loadSecrets } from '../../supabase/local/secrets';
import type { Hosted } from '../core/hosted';
import { SOCKET } from './socket';

/** Pictures take seconds to make; the same one under two names is loaded twice all the same. */
const PICTURES = 3;

type Thing = { id: string; organisation_id: string };

/** Photos for the things that the catalogue shows first; they are called `00000000-…-<number>`. */
export async function givePhotos(
  world: Hosted,
  admin: pg.Client,
  things: readonly Thing[],
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'allmende-photos-'));
  try {
    await promisify(execFile)(
      process.execPath,
      [
        '--conditions=react-server',
        '--import',
        'tsx',
        join('bench', 'data', 'make-photos.ts'),
        folder,
        String(PICTURES),
      ],
      { cwd: projectDir },
    );
    const { storage } = createClient(world.apiUrl, loadSecrets(world.stateDir).secretKey, {
      realtime: { transport: SOCKET },
      auth: { persistSession: false },
    });
    const files = readdirSync(folder);
    for (const [number, thing] of things.entries()) {
      for (const file of files.filter((name) => name.startsWith(`${number % PICTURES}.`))) {
        const kind = file.slice(file.indexOf('.') + 1);
        const path = `${thing.organisation_id}/${thing.id}/${photoId(String(number))}.${kind}`;
        const { error } = await storage
          .from('photos')
          .upload(path, readFileSync(join(folder, file)), {
            contentType: `image/${kind.split('.').at(-1) ?? ''}`,
            cacheControl: '31536000',
          });
        if (error) throw error;
      }
    }
    for (const [number, { id, organisation_id }] of things.entries()) {
      await admin.query(
        `insert into public.resource_photos (resource_id, path, width, height) values ($1, $2, 1600, 1200)`,
        [id, `${organisation_id}/${id}/${photoId(String(number))}.webp`],
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const photoId = (number: string) => `00000000-0000-4000-8000-${number.padStart(12, '0')}`;
