import type { Bench } from '../core/bench';
import type { Hosted } from '../core/hosted';
import { assertSound, fillBookings } from './bookings';
import { fillCatalogue } from './catalogue';
import { withAdmin } from './database';

/** A pool of the size under test; answers with what to print about it. */
export async function populate(
  bench: Bench,
  stack: Pick<Hosted, 'adminDbUrl'>,
  most: number,
  { count = most, resources = bench.scale.resources } = {},
) {
  bench.log(
    `making ${resources.toLocaleString('en-US')} resources and ${count.toLocaleString('en-US')} bookings …`,
  );
  return withAdmin(stack, async (admin) => {
    await fillCatalogue(admin, resources);
    const seconds = await fillBookings(admin, { resources, from: 0, to: count, most });
    await assertSound(admin);
    await admin.query('checkpoint');
    return `${resources.toLocaleString('en-US')} resources, ${count.toLocaleString('en-US')} bookings (generated in ${seconds.toFixed(1)} s)`;
  });
}
