import { Drawing, type DrawingProps } from './drawing';
import type { scenePictures } from './pictures';

type SceneProps = DrawingProps & { name: (typeof scenePictures)[number] };

/** A scene for an empty list, an ending or the welcome: says nothing the words beside it do not say. */
export function Scene(props: SceneProps) {
  return <Drawing {...props} />;
}
