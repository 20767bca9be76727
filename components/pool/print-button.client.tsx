'use client';

import { Button } from '@/components/ui/button';

export function PrintButton({ word }: { word: string }) {
  return (
    <Button
      variant="quiet"
      size="small"
      className="needs-js print:hidden"
      onClick={() => {
        window.print();
      }}
    >
      {word}
    </Button>
  );
}
