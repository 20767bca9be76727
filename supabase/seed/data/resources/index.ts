import type { ResourceSeed } from '../types';
import { culture } from './culture';
import { festival } from './festival';
import { grounds } from './grounds';
import { halls } from './halls';
import { household } from './household';
import { kitchensAndCafes } from './kitchens-and-cafes';
import { playAndSport } from './play-and-sport';
import { rooms } from './rooms';
import { services } from './services';
import { technology } from './technology';
import { toolsAndGarden } from './tools-and-garden';
import { vehicles } from './vehicles';

/** What the invented associations lend, besides the published offers. */
export const resources: ResourceSeed[] = [
  ...halls,
  ...rooms,
  ...kitchensAndCafes,
  ...grounds,
  ...festival,
  ...technology,
  ...toolsAndGarden,
  ...playAndSport,
  ...culture,
  ...household,
  ...vehicles,
  ...services,
];
