'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useFormState } from '@/components/ui/form.client';
import { Notice } from '@/components/ui/notice';
import { isSentInvitation } from '@/lib/organisations/model';
import { toast } from '@/lib/platform/announce';

/** `text` holds {date}, `mailed` and `notMailed` hold {email}. */
type Words = Record<
  'title' | 'text' | 'mailed' | 'notMailed' | 'link' | 'copy' | 'copied' | 'share' | 'shareText',
  string
>;

/** The link of the invitation that was just made. Without JavaScript it can be selected and copied. */
export function InviteResult({ words }: { words: Words }) {
  const state = useFormState();
  const invitation = state?.status === 'done' ? state.value : undefined;
  const box = useRef<HTMLDivElement>(null);
  const field = useId();
  const [canShare, setCanShare] = useState(false);

  useEffect(() => {
    if (!isSentInvitation(invitation)) return;
    // why here: the server cannot know what the phone can do.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setCanShare('share' in navigator);
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [invitation]);

  if (!isSentInvitation(invitation)) return null;
  const { link, email, isMailed, until } = invitation;
  return (
    <div ref={box} role="status">
      <Notice tone="done" title={words.title}>
        <p>{words.text.replace('{date}', until)}</p>
        {isMailed !== null && (
          <p>{(isMailed ? words.mailed : words.notMailed).replace('{email}', email)}</p>
        )}
        <label htmlFor={field} className="sr-only">
          {words.link}
        </label>
        <input
          id={field}
          readOnly
          dir="ltr"
          value={link}
          className="mt-2 control text-sm"
          onFocus={(event) => {
            event.currentTarget.select();
          }}
        />
        <div className="needs-js mt-2.5 flex flex-wrap gap-2.5">
          <Button
            size="small"
            icon="copy"
            onClick={() => {
              void navigator.clipboard.writeText(link).then(() => {
                toast(words.copied);
              });
            }}
          >
            {words.copy}
          </Button>
          {canShare && (
            <Button
              size="small"
              variant="quiet"
              icon="share"
              onClick={() => {
                // A person who closes the share sheet has decided; nothing to report.
                navigator.share({ text: words.shareText, url: link }).catch(() => undefined);
              }}
            >
              {words.share}
            </Button>
          )}
        </div>
      </Notice>
    </div>
  );
}
