import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Stack } from './stack';
import { client, signIn, sql, startTestStack } from './testing/test-stack';

let stack: Stack;
let stateDir: string;
let end: () => Promise<void>;

beforeAll(async () => {
  ({ stack, stateDir, end } = await startTestStack(26030));
  await sql(
    stack.dbUrl,
    `insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
       values ('photos', 'photos', true, 1000000, '{image/png,text/plain}'),
              ('papers', 'papers', false, null, null);
     create policy insert_own_photos on storage.objects for insert to authenticated
       with check (bucket_id = 'photos'
         and (storage.foldername(name))[1] = (select auth.uid())::text);
     create policy select_own_photos on storage.objects for select to authenticated
       using (bucket_id = 'photos' and (storage.foldername(name))[1] = (select auth.uid())::text)`,
  );
}, 60_000);
afterAll(() => end());

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

async function owner(email: string) {
  const supabase = await signIn(stack, email);
  const id = (await supabase.auth.getUser()).data.user?.id ?? '';
  return { id, photos: supabase.storage.from('photos') };
}

it('a person stores a photo in their own folder, and everybody can see it', async () => {
  const { id, photos } = await owner('anna@files.example');
  const path = `${id}/bench.png`;
  const stored = await photos.upload(path, png, { contentType: 'image/png' });
  expect(stored.error).toBeNull();
  const response = await fetch(photos.getPublicUrl(path).data.publicUrl);
  expect(response.headers.get('content-type')).toContain('image/png');
  expect(Buffer.from(await response.arrayBuffer()).equals(png)).toBe(true);
});

it("nobody stores into somebody else's folder, and visitors store nothing", async () => {
  const anna = await owner('anna2@files.example');
  const ben = await owner('ben@files.example');
  const upload = { contentType: 'image/png' };
  const foreign = await ben.photos.upload(`${anna.id}/x.png`, png, upload);
  expect(foreign.error?.message).toContain('row-level security');
  const visitor = await client(stack).storage.from('photos').upload('x.png', png, upload);
  expect(visitor.error).not.toBeNull();
  const rows = await sql(stack.dbUrl, `select from storage.objects where name like '%x.png'`);
  expect(rows).toHaveLength(0);
});

it('a private bucket is shut for visitors and open for the secret key', async () => {
  const service = client(stack, stack.secretKey).storage.from('papers');
  expect((await service.upload('list.txt', Buffer.from('secret'))).error).toBeNull();
  const { data } = await service.download('list.txt');
  expect(await data?.text()).toBe('secret');
  const refused = await client(stack).storage.from('papers').download('list.txt');
  expect(refused.data).toBeNull();
});

it('a file of a kind or size that the bucket does not take is refused', async () => {
  const { id, photos } = await owner('cem@files.example');
  const kind = await photos.upload(`${id}/x.svg`, '<svg/>', { contentType: 'image/svg+xml' });
  expect(kind.error?.message).toContain('mime type');
  const size = await photos.upload(`${id}/x.png`, Buffer.alloc(1_000_001), {
    contentType: 'image/png',
  });
  expect(size.error).not.toBeNull();
});

it('a name is only a name: no file on disk is called as a person likes', async () => {
  const service = client(stack, stack.secretKey).storage.from('papers');
  expect((await service.upload('folder/passwd.txt', Buffer.from('mine'))).error).toBeNull();
  const { data } = await service.download('folder/passwd.txt');
  expect(await data?.text()).toBe('mine');
  const names = readdirSync(join(stateDir, 'files'), { recursive: true }).map(String);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{2}(\/[0-9a-f]{62}(\.json)?)?$/);
});

it('a file that was removed is gone', async () => {
  const service = client(stack, stack.secretKey).storage.from('papers');
  await service.upload('gone.txt', Buffer.from('soon gone'));
  expect((await service.remove(['gone.txt'])).error).toBeNull();
  expect((await service.download('gone.txt')).data).toBeNull();
});
