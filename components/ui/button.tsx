import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { buttonStyle, type ButtonLook } from './button-style';
import { cn } from './cn';
import { Icon } from './icon';
import type { IconName } from './icons';

type Common = ButtonLook & { icon?: IconName | undefined; children: ReactNode };

type ButtonProps = Common & Omit<ComponentProps<'button'>, 'children'>;

export function Button({ variant, size, wide, icon, children, className, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={cn(buttonStyle({ variant, size, wide }), className)}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

type LinkButtonProps = Common & Omit<ComponentProps<typeof Link>, 'children'>;

export function LinkButton(props: LinkButtonProps) {
  const { variant, size, wide, icon, children, className, ...rest } = props;
  return (
    <Link {...rest} className={cn(buttonStyle({ variant, size, wide }), className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

type IconButtonProps = { icon: IconName; label: string } & Omit<
  ComponentProps<'button'>,
  'children'
>;

/** A round button without a word; `label` is what a screen reader says. */
export function IconButton({ icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button type="button" aria-label={label} {...rest} className={cn(ICON_BUTTON, className)}>
      <Icon name={icon} />
    </button>
  );
}

export const ICON_BUTTON =
  'pressable inline-flex size-11 shrink-0 items-center justify-center rounded-full text-ink hover:bg-leaf-soft hover:text-leaf disabled:opacity-40';
