import { notFound } from 'next/navigation';

/** Any address that no other page answers: our not-found page inside the layout, in its language. */
export default function Rest() {
  notFound();
}
