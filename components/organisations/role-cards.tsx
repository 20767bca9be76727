import { getTranslations } from 'next-intl/server';
import { ChoiceCards } from '@/components/ui/choices.client';
import { MEMBER_ROLES, type MemberRole } from '@/lib/organisations/model';

type RoleCardsProps = { legend: string; role: MemberRole };

export async function RoleCards({ legend, role }: RoleCardsProps) {
  const t = await getTranslations('organisations');
  return (
    <ChoiceCards
      name="role"
      legend={legend}
      defaultValue={role}
      options={MEMBER_ROLES.map((value) => ({
        value,
        label: t(`role.${value}`),
        text: t(`roleText.${value}`),
      }))}
    />
  );
}
