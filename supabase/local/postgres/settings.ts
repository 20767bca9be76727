/** Server settings for a small machine, with the guarantees of the hosted platform. */
export function settings(
  port: number,
  durable: boolean,
  extra: Record<string, string> = {},
): string[] {
  const values: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '128MB',
    effective_cache_size: '1GB',
    work_mem: '8MB',
    maintenance_work_mem: '128MB',
    random_page_cost: '1.1',
    jit: 'off', // why: compiling costs more than our short queries take
    wal_level: 'logical', // Realtime reads broadcasts from the log
    max_wal_senders: '10',
    max_replication_slots: '10',
    max_wal_size: '1GB',
    synchronous_commit: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    password_encryption: 'scram-sha-256',
    log_min_messages: 'warning',
    log_line_prefix: '%m [%p] %q%u ',
  };
  // why: a throw-away database need not survive a power cut, and its tests should not wait for disks
  if (!durable) Object.assign(values, { fsync: 'off', full_page_writes: 'off' });
  return Object.entries({ ...values, ...extra }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
}

/** Letters beyond ASCII must count as letters for pg_trgm and the text search. */
export const locale = process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8';
