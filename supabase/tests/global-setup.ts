import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startTestCluster } from './support/cluster';
import { at, TEMPLATE } from './support/names';
import { tellStory } from './support/story';

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: { adminUrl: string; ownerUrl: string; authenticatorUrl: string };
  }
}

/** One PostgreSQL for all database tests; each file copies the template made here. */
export default async function setup(project: TestProject) {
  const cluster = await startTestCluster();
  try {
    const admin = new pg.Client(cluster.adminUrl);
    await admin.connect();
    await admin.query(`create database ${TEMPLATE} template postgres owner postgres`);
    await admin.end();
    const owner = new pg.Client(at(cluster.ownerUrl, TEMPLATE));
    await owner.connect();
    await tellStory(owner);
    // the acts of the story itself are no events to look for
    await owner.query(
      'truncate private.outbox, private.deliveries, private.push_deliveries; delete from realtime.messages',
    );
    await owner.end();
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  const { adminUrl, ownerUrl, authenticatorUrl } = cluster;
  project.provide('cluster', { adminUrl, ownerUrl, authenticatorUrl });
  return () => cluster.stop();
}
