import Link from 'next/link';
import { Picture } from '@/components/pictures/picture';
import { Icon } from '@/components/ui/icon';
import { Name } from '@/components/ui/name';
import type { OtherResource, Share } from '@/lib/bookings/model';

type OtherThingsProps = {
  resources: OtherResource[];
  query: string;
  /** Where a thing of the pool lives; its slug comes behind, then the query. */
  thingsPath: string;
};

/** Similar things that are free then, one tap away. */
export function OtherThings({ resources, query, thingsPath }: OtherThingsProps) {
  return (
    <ul className="space-y-2">
      {resources.map((thing) => (
        <li key={thing.slug}>
          <OtherThing thing={thing} href={`${thingsPath}${thing.slug}?${query}`} />
        </li>
      ))}
    </ul>
  );
}

type SharesProps = { split: Share[]; thingsPath: string };

/** Several that are enough together: “8 ×” of one and “4 ×” of another. */
export function Shares({ split, thingsPath }: SharesProps) {
  return (
    <ul className="space-y-2">
      {split.map((share) => (
        <li key={share.slug}>
          <OtherThing
            thing={share}
            take={share.take}
            href={`${thingsPath}${share.slug}?${share.query}`}
          />
        </li>
      ))}
    </ul>
  );
}

type OtherThingProps = { thing: OtherResource; href: string; take?: number };

function OtherThing({ thing, href, take }: OtherThingProps) {
  const { title, kind, picture, organisationName, note } = thing;
  return (
    <Link
      href={href}
      prefetch={false}
      className="edged flex pressable items-center gap-3 overflow-hidden rounded-lg bg-surface pe-3 shadow-card hover:shadow-raised cramped:ps-3"
    >
      <span className="w-24 shrink-0 bg-sunken cramped:hidden">
        <Picture name={picture} kind={kind} />
      </span>
      <span className="min-w-0 grow py-2">
        <span className="line-clamp-2 leading-snug font-semibold">
          {take !== undefined && <span className="tabular-nums">{take} × </span>}
          <bdi>{title}</bdi>
        </span>
        <Name className="block truncate text-sm text-muted">{organisationName}</Name>
        {note && <span className="block text-sm text-muted">{note}</span>}
      </span>
      <Icon name="chevron" className="text-muted cramped:hidden" />
    </Link>
  );
}
