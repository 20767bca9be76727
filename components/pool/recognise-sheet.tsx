import { getTranslations } from 'next-intl/server';
import { ConfirmSheet } from '@/components/ui/confirm-sheet.client';
import { recogniseAction } from '@/lib/pool/actions';

type RecogniseSheetProps = { id: string; name: string; isCommonGood: boolean };

/** Recognise somebody as serving the common good, or take it back; says what that changes. */
export async function RecogniseSheet({ id, name, isCommonGood }: RecogniseSheetProps) {
  const [t, common] = await Promise.all([
    getTranslations('prices.recognise'),
    getTranslations('common.action'),
  ]);
  const verb = t(isCommonGood ? 'take' : 'give');
  return (
    <ConfirmSheet
      trigger={verb}
      look={{ variant: 'ghost', size: 'small' }}
      title={t(isCommonGood ? 'takeTitle' : 'giveTitle', { name })}
      text={t(isCommonGood ? 'takeText' : 'giveText')}
      confirm={verb}
      closeLabel={common('close')}
      action={recogniseAction}
    >
      <input type="hidden" name="organisationId" value={id} />
      {!isCommonGood && <input type="hidden" name="recognised" value="yes" />}
    </ConfirmSheet>
  );
}
