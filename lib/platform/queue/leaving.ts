/**
 * Name under which a page remembers who is signing out on purpose, until the next page knows that it
 * worked: only then what waits and what was kept is thrown away. A session that merely ran out keeps it.
 */
export const LEAVING = 'allmende-leaving';
