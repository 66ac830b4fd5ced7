import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { identity, ifMatch, read, verification as api } from '../../api/client';
import type { Verification } from '../../api/types';
import { useCommand } from '../../desk/command';
import { useMe } from '../../desk/me';
import { Refused } from '../../parts/Refused';

/** The leader names at least one more member: a technical group has two or more. */
export function Team({ verification, onReload }: { verification: Verification; onReload: () => void }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const [chosen, setChosen] = useState<string[]>([]);
  const mayName = verification.actions.includes('nameTeam');
  const colleagues = useQuery({ queryKey: ['colleagues'], queryFn: () => read(identity.GET('/colleagues')), enabled: mayName || verification.members.length > 0 });
  const name = useCommand((members: string[]) => read(api.POST('/verifications/{id}/team', { params: { path: { id: verification.id }, header: ifMatch(verification.version) }, body: { members } })), ['verification', verification.id]);
  const nameOf = (id: string) => colleagues.data?.items.find((item) => item.id === id)?.displayName ?? t('verification.member');
  return (
    <section className="panel" aria-labelledby="team">
      <h2 id="team">{t('verification.team')}</h2>
      {verification.members.length > 0 ? <ul style={{ paddingInlineStart: 20 }}>{verification.members.map((member) => <li key={member}>{nameOf(member)}</li>)}</ul> : <p className="soft">{t('verification.noTeam')}</p>}
      {mayName && (
        <>
          {name.error && <Refused problem={name.error} onReload={onReload} />}
          <Checkbox.Group aria-labelledby="team" value={chosen} onChange={setChosen} style={{ display: 'grid', gap: 4 }}
            options={(colleagues.data?.items ?? []).filter((item) => item.id !== me?.id).map((item) => ({ value: item.id, label: item.displayName }))} />
          <Button disabled={chosen.length === 0} loading={name.isPending} onClick={() => { name.mutate(chosen); }}>{t('verification.nameTeam')}</Button>
        </>
      )}
    </section>
  );
}
