import type { ReactNode } from 'react';
import { thingOf, type ThingParams } from './thing';

type Props = { children: ReactNode; params: Promise<ThingParams> };

/** Above the skeleton, so that an unknown thing still answers 404. */
export default async function ThingLayout({ children, params }: Props) {
  await thingOf(await params);
  return children;
}
