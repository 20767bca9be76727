import { Drawing, type DrawingProps } from './drawing';
import { pictureOr, type PictureKind } from './pictures';

type PictureProps = DrawingProps & {
  /** A picture's name; unknown or missing shows the kind's picture. */
  name?: string | null | undefined;
  kind: PictureKind;
};

/** The drawn picture of a thing somebody lends. */
export function Picture({ name, kind, ...drawing }: PictureProps) {
  return <Drawing name={pictureOr(name, kind)} {...drawing} />;
}
