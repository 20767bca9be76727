'use client';

import { createContext, useContext, type ReactNode } from 'react';

/** The few words that error pages need: they render on the client, where messages are not loaded. */
export type FaultWords = { title: string; text: string; retry: string; home: string };

const WordsContext = createContext<FaultWords | null>(null);

export function FaultWordsProvider({
  words,
  children,
}: {
  words: FaultWords;
  children: ReactNode;
}) {
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useFaultWords(): FaultWords | null {
  return useContext(WordsContext);
}
