'use client';

import { useEffect, useId, useRef, type ReactNode } from 'react';
import { ICON_BUTTON } from './button';
import { buttonStyle, type ButtonLook } from './button-style';
import { Icon } from './icon';
import { Island } from './island';

type SheetProps = {
  /** Content of the button that opens it. */
  trigger: ReactNode;
  look?: ButtonLook;
  /** Instead of a button's look: own classes. */
  triggerClassName?: string;
  triggerLabel?: string;
  title: string;
  closeLabel: string;
  children: ReactNode;
  /** Fixed at the sheet's lower edge: its primary action. */
  footer?: ReactNode;
  /** Opens at once, when the address says so. */
  open?: boolean;
  onClose?: () => void;
};

/**
 * A native modal dialog: the browser traps the focus, closes on Escape and gives the focus back.
 * Without JavaScript its content stands in the page (see the noscript style in the layout). A form
 * inside that should close it carries `method="dialog"` or leads to another page.
 */
export function Sheet(props: SheetProps) {
  const { trigger, look = { variant: 'quiet' }, triggerClassName, triggerLabel } = props;
  const { title, closeLabel, children, footer, open = false, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const wasOpen = useRef(false);

  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    // only what the address had opened: a quick tap opens the sheet before this first runs
    if (wasOpen.current && !open) dialog.current?.close();
    wasOpen.current = open;
  }, [open]);

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={triggerLabel}
        className={`needs-js ${triggerClassName ?? buttonStyle(look)}`}
        onClick={() => dialog.current?.showModal()}
      >
        {trigger}
      </button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="sheet"
        onClose={onClose}
        onClick={(event) => {
          // A press on the backdrop lands on the dialog itself.
          if (event.target === dialog.current) dialog.current.close();
        }}
      >
        <div className="flex min-h-40 flex-col px-5 pt-2 pb-[calc(1.25rem+env(safe-area-inset-bottom,0px))]">
          <div aria-hidden className="mx-auto mb-1 h-1 w-10 rounded-full bg-line sm:hidden" />
          <div className="sticky top-0 z-10 -mx-5 flex items-center justify-between gap-3 bg-surface px-5 py-1.5">
            <h2 id={titleId} className="text-lg">
              {title}
            </h2>
            <button
              type="button"
              aria-label={closeLabel}
              className={`needs-js -me-2 ${ICON_BUTTON}`}
              onClick={() => dialog.current?.close()}
            >
              <Icon name="close" />
            </button>
          </div>
          {/* closed most of the time: nothing else waits until what is in it has come alive */}
          <Island>
            <div className="grow py-2">{children}</div>
            {footer && <div className="sticky bottom-0 bg-surface pt-3">{footer}</div>}
          </Island>
        </div>
      </dialog>
    </>
  );
}
