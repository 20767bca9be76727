/** How much is done. The quick size proves that every part works; its numbers mean nothing. */
export type Scale = {
  quick: boolean;
  /** Of each throughput measurement, alternating between what is compared. */
  rounds: number;
  seconds: number;
  clients: number;
  resources: number;
  /** In the tables before throughput is measured. */
  bookings: number;
  /** In the tables when search is measured, one size after the other. */
  searchSizes: number[];
  searchRuns: number;
  /** What the peer was measured with. */
  peerBookings: number;
  /** Calls of each function in one run. */
  calls: number;
  liveChanges: number;
  pageViews: number;
  /** Of each page. */
  lighthouseRuns: number;
  offlineVisits: number;
  /** From looking for a thing to the approval, each on two slowed phones. */
  mainJobs: number;
  loadSeconds: number;
  starts: number;
};

const full: Scale = {
  quick: false,
  rounds: 5,
  seconds: 5,
  clients: 8,
  resources: 10_000,
  bookings: 100_000,
  searchSizes: [100_000, 1_000_000, 10_000_000],
  peerBookings: 1_000_000,
  searchRuns: 5,
  calls: 200,
  liveChanges: 30,
  pageViews: 3,
  lighthouseRuns: 5,
  offlineVisits: 7,
  mainJobs: 10,
  loadSeconds: 20,
  starts: 3,
};

const quick: Scale = {
  ...full,
  quick: true,
  rounds: 1,
  seconds: 1,
  resources: 400,
  bookings: 2_000,
  searchSizes: [2_000, 4_000, 8_000],
  peerBookings: 2_000,
  searchRuns: 1,
  calls: 20,
  liveChanges: 2,
  pageViews: 1,
  lighthouseRuns: 1,
  offlineVisits: 1,
  mainJobs: 1,
  loadSeconds: 3,
  starts: 1,
};

export type Options = { scale: Scale; keep: boolean; parts: string[] };

/** `[--quick] [--keep] [--most=1000000] [part …]`; throws the sentence for a person. */
export function parseOptions(args: string[], known: readonly string[]): Options {
  const flags = args.filter((arg) => arg.startsWith('-'));
  const parts = args.filter((arg) => !arg.startsWith('-'));
  const most = flags.find((flag) => /^--most=\d+$/.test(flag));
  const strange = [
    ...flags.filter((flag) => flag !== '--quick' && flag !== '--keep' && flag !== most),
    ...parts.filter((part) => !known.includes(part)),
  ];
  if (strange.length > 0) {
    throw new Error(
      `Not known: ${strange.join(', ')}. Usage: npm run bench -- [--quick] [--keep] [--most=1000000] [${known.join(' | ')}] …`,
    );
  }
  const scale = flags.includes('--quick') ? quick : full;
  const limit = most ? Number(most.slice('--most='.length)) : Infinity;
  return {
    scale: { ...scale, searchSizes: scale.searchSizes.filter((size) => size <= limit) },
    keep: flags.includes('--keep'),
    // why: in our order, not the caller's; memory wants a world that has done nothing yet
    parts: known.filter((part) => parts.length === 0 || parts.includes(part)),
  };
}
