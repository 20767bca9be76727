import { expect, test } from 'vitest';
import { scenes } from '../support/database';
import { mia } from '../support/people';
import { clubs, things } from '../support/story';
import { from } from '../support/when';

const scene = scenes();

test('mia asks for the beamer', scene(async ({ as }) => {
  const b = await as(mia).call('request_booking', { p_resource_id: things.beamer, p_organisation_id: clubs.kickers, ...from(7, 10, 12) });
  expect(b.status).toBe('requested');
}));
