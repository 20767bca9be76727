import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { App } from '@supabase/lite';

type Adapter = NonNullable<App['_storageAdapter']>;
type Metadata = Awaited<ReturnType<Adapter['headObject']>>;
type UploadBody = Parameters<Adapter['uploadObject']>[3];

type Sidecar = {
  contentType: string;
  cacheControl: string;
  size: number;
  eTag: string;
  modified: string;
};

async function bytesOf(body: UploadBody): Promise<Buffer> {
  if (Buffer.isBuffer(body)) return body;
  if (body instanceof Uint8Array) return Buffer.from(body);
  const chunks: Uint8Array[] = [];
  for await (const chunk of Readable.fromWeb(body as ReadableStream<Uint8Array>)) {
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks);
}

/**
 * Uploaded files on disk. The path of a file is the hash of its name, so no name that anybody can
 * choose ("../", a reserved word, 900 characters) ever reaches the file system.
 */
export class FileStore implements Adapter {
  readonly driver = 'files';

  constructor(private readonly root: string) {}

  private path(bucket: string, key: string): string {
    const hash = createHash('sha256').update(`${bucket}\0${key}`).digest('hex');
    return join(this.root, hash.slice(0, 2), hash.slice(2));
  }

  private async sidecar(path: string): Promise<Sidecar> {
    return JSON.parse(await readFile(`${path}.json`, 'utf8')) as Sidecar;
  }

  private metadata(file: Sidecar): Metadata {
    return {
      cacheControl: file.cacheControl,
      contentLength: file.size,
      size: file.size,
      mimetype: file.contentType,
      lastModified: new Date(file.modified),
      eTag: file.eTag,
    };
  }

  async uploadObject(
    bucket: string,
    key: string,
    _version: string | undefined,
    body: UploadBody,
    contentType: string,
    cacheControl: string,
  ): Promise<Metadata> {
    const path = this.path(bucket, key);
    const bytes = await bytesOf(body);
    const file: Sidecar = {
      contentType,
      cacheControl,
      size: bytes.byteLength,
      eTag: `"${createHash('md5').update(bytes).digest('hex')}"`,
      modified: new Date().toISOString(),
    };
    await mkdir(dirname(path), { recursive: true });
    await replace(path, bytes);
    await replace(`${path}.json`, Buffer.from(JSON.stringify(file)));
    return this.metadata(file);
  }

  async getObject(
    bucket: string,
    key: string,
    _version: string | undefined,
    headers?: { ifNoneMatch?: string },
  ): ReturnType<Adapter['getObject']> {
    const path = this.path(bucket, key);
    const file = await this.sidecar(path);
    const metadata = this.metadata(file);
    if (headers?.ifNoneMatch === file.eTag) return { metadata, httpStatusCode: 304 };
    await stat(path); // why: a missing file must fail here, not in the middle of the answer
    const body = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
    return { metadata, httpStatusCode: 200, body };
  }

  async headObject(bucket: string, key: string): Promise<Metadata> {
    return this.metadata(await this.sidecar(this.path(bucket, key)));
  }

  async deleteObject(bucket: string, key: string): Promise<void> {
    const path = this.path(bucket, key);
    await Promise.all([rm(path, { force: true }), rm(`${path}.json`, { force: true })]);
  }

  async deleteObjects(bucket: string, keys: string[]): Promise<void> {
    await Promise.all(keys.map((key) => this.deleteObject(bucket, key)));
  }

  async copyObject(
    sourceBucket: string,
    source: string,
    _version: string | undefined,
    bucket: string,
    key: string,
  ): ReturnType<Adapter['copyObject']> {
    const from = this.path(sourceBucket, source);
    const file = await this.sidecar(from);
    const copy = await this.uploadObject(
      bucket,
      key,
      undefined,
      await readFile(from),
      file.contentType,
      file.cacheControl,
    );
    return { httpStatusCode: 200, eTag: copy.eTag, lastModified: copy.lastModified ?? new Date() };
  }

  privateAssetUrl(): Promise<string> {
    return Promise.reject(new Error('Files on disk have no address of their own'));
  }
}

/** Readers see the old file or the new one, never half of one. */
async function replace(path: string, bytes: Buffer): Promise<void> {
  const temporary = `${path}.${randomUUID()}`;
  try {
    const handle = await open(temporary, 'wx');
    await writeFile(handle, bytes).finally(() => handle.close());
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
