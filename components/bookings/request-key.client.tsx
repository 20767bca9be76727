'use client';

import { useState } from 'react';
import { useField } from '@/components/ui/form.client';

/**
 * The key of one wish. It stays when the page looks again, and until the form's answer brings
 * another, so that the same press arriving twice is one request.
 */
export function RequestKey({ fresh }: { fresh: string }) {
  const { value } = useField('key', fresh, false);
  const [first] = useState(value);
  const kept = value === fresh ? first : value;
  return <input type="hidden" name="key" value={kept} readOnly />;
}
